package app.vouch.program;

import app.vouch.shared.IdType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** A short list of organizations inside a row: their ids, separated by commas. */
@Converter
@Immutable
class OrganizationIds implements AttributeConverter<List<UUID>, String> {
  private static final String SEPARATOR = ",";

  @Override
  public String convertToDatabaseColumn(List<UUID> ids) {
    return ids.stream().map(IdType.ORGANIZATION::format).collect(Collectors.joining(SEPARATOR));
  }

  @Override
  public List<UUID> convertToEntityAttribute(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(SEPARATOR, -1)).map(IdType.ORGANIZATION::inPath).toList();
  }
}
