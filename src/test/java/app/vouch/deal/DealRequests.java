package app.vouch.deal;

import static app.vouch.TestApi.api;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tests send about deals. */
final class DealRequests {

  /** A deal under a reference, with further members as name, value, name, value. */
  static Map<String, Object> deal(String ref, Object... members) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Acme rollout");
    body.put("externalRefs", List.of(Map.of("system", "hubspot", "id", ref)));
    for (int i = 0; i < members.length; i += 2) {
      body.put(String.valueOf(members[i]), members[i + 1]);
    }
    return body;
  }

  static Map<String, String> usd(String amount) {
    return money(amount, "USD");
  }

  static Map<String, String> money(String amount, String currency) {
    return Map.of("amount", amount, "currency", currency);
  }

  static ValidatableResponse send(Map<String, Object> body) {
    return api().body(body).post("/v1/deals").then();
  }

  private DealRequests() {}
}
