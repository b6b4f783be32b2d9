package app.vouch.referral;

import app.vouch.shared.ExternalRef;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;

/** Small lists that live inside the referral's row, as JSON text. */
final class ReferralJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored " + type.getType() + " cannot be read", e);
    }
  }

  @Converter
  @Immutable
  static class OfEvidence implements AttributeConverter<List<Evidence>, String> {
    private static final TypeReference<List<Evidence>> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Evidence> value) {
      return write(value);
    }

    @Override
    public List<Evidence> convertToEntityAttribute(String text) {
      return read(text, TYPE);
    }
  }

  @Converter
  @Immutable
  static class OfMetadata implements AttributeConverter<Map<String, String>, String> {
    private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, String> value) {
      return write(value);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String text) {
      return read(text, TYPE);
    }
  }

  @Converter
  @Immutable
  static class OfRefs implements AttributeConverter<List<ExternalRef>, String> {
    private static final TypeReference<List<ExternalRef>> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<ExternalRef> value) {
      return write(value);
    }

    @Override
    public List<ExternalRef> convertToEntityAttribute(String text) {
      return read(text, TYPE);
    }
  }

  @Converter
  @Immutable
  static class OfDecision implements AttributeConverter<ReferralDecision, String> {
    private static final TypeReference<ReferralDecision> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(ReferralDecision value) {
      return write(value);
    }

    @Override
    public ReferralDecision convertToEntityAttribute(String text) {
      return read(text, TYPE);
    }
  }

  private ReferralJson() {}
}
