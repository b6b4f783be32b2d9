package app.vouch.delivery;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A filter as it is stored. */
@Converter
class EventFilterJson implements AttributeConverter<@Nullable EventFilter, @Nullable String> {
  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(Include.NON_NULL);

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable EventFilter filter) {
    try {
      return filter == null ? null : JSON.writeValueAsString(filter);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event filter cannot be written as JSON", e);
    }
  }

  @Override
  public @Nullable EventFilter convertToEntityAttribute(@Nullable String text) {
    try {
      return text == null ? null : JSON.readValue(text, EventFilter.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored event filter cannot be read", e);
    }
  }
}
