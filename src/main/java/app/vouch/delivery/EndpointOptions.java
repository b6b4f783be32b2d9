package app.vouch.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What deliveries to an endpoint look like, and when they are tried. Stored as one JSON text,
 * because the engine needs all of it or nothing.
 *
 * @param payload every member is there
 * @param retrySchedule the delay before each attempt, in ISO 8601; empty for the service's own
 * @param authentication without its secret
 */
public record EndpointOptions(
    WebhookPayload payload,
    List<WebhookHeader> headers,
    List<String> retrySchedule,
    WebhookAuthenticationView authentication) {
  public static final EndpointOptions USUAL =
      new EndpointOptions(
          WebhookPayload.WHOLE, List.of(), List.of(), WebhookAuthenticationView.NONE);

  private static final ObjectMapper JSON = new ObjectMapper();

  public EndpointOptions {
    headers = List.copyOf(headers);
    retrySchedule = List.copyOf(retrySchedule);
  }

  /** Delays before each attempt; empty for the service's own. */
  public List<Duration> schedule() {
    return retrySchedule.stream().map(Duration::parse).toList();
  }

  EndpointOptions with(
      @Nullable WebhookPayload change,
      @Nullable List<WebhookHeader> otherHeaders,
      @Nullable List<String> otherSchedule) {
    return new EndpointOptions(
        payload.with(change),
        otherHeaders == null ? headers : otherHeaders,
        otherSchedule == null ? retrySchedule : otherSchedule,
        authentication);
  }

  EndpointOptions with(WebhookAuthenticationView other) {
    return new EndpointOptions(payload, headers, retrySchedule, other);
  }

  /** Null for the usual ones. */
  @Nullable String toJson() {
    try {
      return equals(USUAL) ? null : JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an endpoint's options cannot be written as JSON", e);
    }
  }

  public static EndpointOptions fromJson(@Nullable String json) {
    try {
      return json == null ? USUAL : JSON.readValue(json, EndpointOptions.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an endpoint's stored options cannot be read", e);
    }
  }
}
