package app.vouch.platform.http;

import app.vouch.platform.access.RequestIds;
import app.vouch.shared.FieldError;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Texts;
import app.vouch.shared.Times;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.IgnoredPropertyException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Renders every refusal and fault, for REST and for answers that never reach a resource. */
@ApplicationScoped
public class Problems {
  private final String baseUrl;
  private final ObjectMapper json;

  Problems(@ConfigProperty(name = "vouch.base-url") String baseUrl, ObjectMapper json) {
    this.baseUrl = baseUrl;
    this.json = json;
  }

  public Problem of(Refusal refusal, RoutingContext http) {
    return Problem.of(refusal, baseUrl, http.normalizedPath(), RequestIds.of(http));
  }

  public Problem of(ProblemType type, String detail, RoutingContext http) {
    return Problem.of(
        type, detail, baseUrl, http.normalizedPath(), RequestIds.of(http), null, Map.of());
  }

  /** Answers outside JAX-RS: sign-in, limits, unknown paths. */
  public void send(RoutingContext http, ProblemType type, String detail) {
    if (http.response().ended()) {
      return;
    }
    send(http, of(type, detail, http));
  }

  void send(RoutingContext http, Refusal refusal) {
    send(http, of(refusal, http));
  }

  private void send(RoutingContext http, Problem problem) {
    http.response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(Buffer.buffer(bytes(problem)));
  }

  private byte[] bytes(Problem problem) {
    try {
      return json.writeValueAsBytes(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written as JSON", e);
    }
  }

  /** What is wrong with a body, without naming a Java class. */
  public static Refusal.Invalid unreadable(JsonProcessingException e) {
    String pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
    FieldError error =
        switch (e) {
          case UnrecognizedPropertyException unknown ->
              new FieldError(pointer, "unknown-field", "is not a field here");
          case IgnoredPropertyException ignored ->
              new FieldError(pointer, "unknown-field", "is not a field of the body");
          case InvalidFormatException format -> format(pointer, format);
          case InputCoercionException number ->
              new FieldError(pointer, "out-of-bounds", "is a number that is too large here");
          case StreamReadException syntax ->
              new FieldError(
                  "",
                  "not-json",
                  "The body is not valid JSON, at line %d column %d"
                      .formatted(
                          syntax.getLocation() == null ? 0 : syntax.getLocation().getLineNr(),
                          syntax.getLocation() == null ? 0 : syntax.getLocation().getColumnNr()));
          case JsonMappingException mapping
              when mapping.getCause() instanceof StreamReadException syntax ->
              new FieldError(
                  pointer,
                  unreadable(syntax).errors().getFirst().code(),
                  unreadable(syntax).errors().getFirst().message());
          default -> new FieldError(pointer, "wrong-type", "has the wrong JSON type");
        };
    return new Refusal.Invalid(List.of(error));
  }

  private static FieldError format(String pointer, InvalidFormatException e) {
    Class<?> target = e.getTargetType();
    if (target != null && target.isEnum()) {
      String allowed =
          Arrays.stream(target.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      return new FieldError(
          pointer,
          "unknown-value",
          "is \"%s\"; it must be one of %s".formatted(Texts.excerpt(text(e.getValue())), allowed));
    }
    if (target == Instant.class) {
      return new FieldError(pointer, "malformed", Times.FORM);
    }
    return new FieldError(
        pointer,
        "malformed",
        target == String.class && e.getValue() instanceof String
            ? Texts.STORABLE
            : "has the wrong type or form");
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                "/"
                    + (step.getFieldName() == null
                        ? step.getIndex()
                        : step.getFieldName().replace("~", "~0").replace("/", "~1")))
        .collect(Collectors.joining());
  }
}
