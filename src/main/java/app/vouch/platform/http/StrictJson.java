package app.vouch.platform.http;

import app.vouch.shared.Texts;
import app.vouch.shared.Times;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;

/** JSON as the API promises it: no unknown fields, no guessed types, no doubled members. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
  private static final int MAX_NUMBER_LENGTH = 100;
  private static final int MAX_DEPTH = 50;
  private static final int MAX_STRING_LENGTH = 1_000_000;

  /** After the framework's modules, so that these deserializers stand before theirs. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    disableCoercion(mapper);
    mapper.registerModule(
        new SimpleModule("vouch")
            .addDeserializer(Instant.class, new StrictInstant())
            .addDeserializer(String.class, new StrictString()));
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(MAX_STRING_LENGTH)
                .build());
  }

  /** A text with its offset; the framework's own takes numbers, and years that no database has. */
  private static final class StrictInstant extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    StrictInstant() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
      }
      String text = parser.getText();
      var time = Times.parse(text);
      return time.isPresent()
          ? time.get()
          : (Instant) context.handleWeirdStringValue(Instant.class, text, Times.FORM);
    }
  }

  /** Any text that can be kept as it is. */
  private static final class StrictString extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1;

    StrictString() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = StringDeserializer.instance.deserialize(parser, context);
      return text == null || Texts.isStorable(text)
          ? text
          : (String) context.handleWeirdStringValue(String.class, text, Texts.STORABLE);
    }
  }

  @SuppressWarnings("deprecation")
  private static void disableCoercion(ObjectMapper mapper) {
    mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    mapper
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    mapper
        .coercionConfigFor(LogicalType.Integer)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
  }
}
