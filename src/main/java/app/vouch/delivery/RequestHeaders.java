package app.vouch.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An attempt's request headers as they are kept: a JSON array, secrets masked. */
public final class RequestHeaders {
  private static final String MASK = "***";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<WebhookHeader>> LIST = new TypeReference<>() {};

  /**
   * @param secret names whose values are not kept
   */
  public static String toJson(Map<String, String> headers, Set<String> secret) {
    try {
      return JSON.writeValueAsString(
          headers.entrySet().stream()
              .map(
                  header ->
                      new WebhookHeader(
                          header.getKey(),
                          secret.contains(header.getKey()) ? MASK : header.getValue()))
              .toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("request headers cannot be written as JSON", e);
    }
  }

  static List<WebhookHeader> fromJson(@Nullable String json) {
    try {
      return json == null ? List.of() : JSON.readValue(json, LIST);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored request headers cannot be read", e);
    }
  }

  private RequestHeaders() {}
}
