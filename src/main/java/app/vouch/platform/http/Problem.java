package app.vouch.platform.http;

import app.vouch.shared.FieldError;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An error answer (RFC 9457).
 *
 * @param type a URL that explains the code
 * @param instance the path of the request
 * @param code stable, kebab-case
 * @param requestId quote it when you ask for help
 * @param errors one entry per fault, where faults have places
 * @param facts further members, such as {@code allowed} or {@code scope}
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "requestId", "errors"})
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String requestId,
    @Nullable List<FieldError> errors,
    @JsonAnyGetter @Schema(hidden = true) Map<String, Object> facts) {
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(Refusal refusal, String baseUrl, String instance, String requestId) {
    List<FieldError> errors = refusal.errors();
    return of(
        refusal.type(),
        refusal.detail(),
        baseUrl,
        instance,
        requestId,
        errors.isEmpty() ? null : errors,
        refusal.facts());
  }

  static Problem of(
      ProblemType type,
      String detail,
      String baseUrl,
      String instance,
      String requestId,
      @Nullable List<FieldError> errors,
      Map<String, Object> facts) {
    return new Problem(
        baseUrl + "/problems/" + type.slug(),
        type.title(),
        type.status(),
        detail,
        instance,
        type.slug(),
        requestId,
        errors,
        facts);
  }
}
