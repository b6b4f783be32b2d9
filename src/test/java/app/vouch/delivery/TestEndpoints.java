package app.vouch.delivery;

import app.vouch.platform.http.MergePatch;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Commands for endpoints that name only what a test cares about. */
public final class TestEndpoints {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static CreateWebhookEndpoint at(String url, String... types) {
    return with(Map.of(), url, types);
  }

  /**
   * @param members further ones, as in JSON
   */
  public static CreateWebhookEndpoint with(Map<String, ?> members, String url, String... types) {
    Map<String, Object> all = new HashMap<>(members);
    all.put("url", url);
    all.put("eventTypes", List.of(types));
    return JSON.convertValue(all, CreateWebhookEndpoint.class);
  }

  /** A change of the first version. */
  static UpdateWebhookEndpoint change(String id, Map<String, ?> members) {
    return UpdateWebhookEndpoint.of(
        id, 1, MergePatch.read(JSON, JSON.valueToTree(members), WebhookEndpointPatch.class));
  }

  private TestEndpoints() {}
}
