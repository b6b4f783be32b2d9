package app.vouch.delivery;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Options as they are stored. */
@Converter
class EndpointOptionsJson implements AttributeConverter<EndpointOptions, @Nullable String> {

  @Override
  public @Nullable String convertToDatabaseColumn(EndpointOptions options) {
    return options.toJson();
  }

  @Override
  public EndpointOptions convertToEntityAttribute(@Nullable String text) {
    return EndpointOptions.fromJson(text);
  }
}
