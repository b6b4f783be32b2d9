package app.vouch.delivery;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryApiTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void shouldShowTheSecretOnceAndNeverAgain() {
    try (Receiver receiver = Receiver.answering(200)) {
      Map<String, ?> body = Map.of("url", receiver.url(), "eventTypes", List.of("deal.won"));
      String key = app.vouch.TestApi.unique("key");

      String id =
          api()
              .header("Idempotency-Key", key)
              .body(body)
              .post("/v1/webhook-endpoints")
              .then()
              .statusCode(201)
              .header("ETag", "\"1\"")
              .body("id", matchesPattern("whk_[0-9a-z]{26}"))
              .body("state", equalTo("ENABLED"))
              .body("secret", matchesPattern("whsec_[A-Za-z0-9+/=]{44}"))
              .extract()
              .path("id");

      api()
          .header("Idempotency-Key", key)
          .body(body)
          .post("/v1/webhook-endpoints")
          .then()
          .statusCode(201)
          .header("Idempotency-Replayed", "true")
          .body("id", equalTo(id))
          .body("secret", nullValue())
          .body("secretWithheld", equalTo(true));
      api()
          .get("/v1/webhook-endpoints/" + id)
          .then()
          .statusCode(200)
          .body("secret", nullValue())
          .body("secretWithheld", equalTo(false));
      api()
          .post("/v1/webhook-endpoints/" + id + "/secrets")
          .then()
          .statusCode(201)
          .body("secret", matchesPattern("whsec_.+"));
    }
  }

  @Test
  void shouldChangeWhatAMergePatchNames() {
    try (Receiver receiver = Receiver.answering(200)) {
      String id = make(receiver, "deal.won");

      api().body("{}").patch("/v1/webhook-endpoints/" + id).then().statusCode(415);
      api()
          .contentType("application/merge-patch+json")
          .body("{}")
          .patch("/v1/webhook-endpoints/" + id)
          .then()
          .statusCode(428);
      api()
          .contentType("application/merge-patch+json")
          .header("If-Match", "\"7\"")
          .body("{}")
          .patch("/v1/webhook-endpoints/" + id)
          .then()
          .statusCode(412);
      api()
          .contentType("application/merge-patch+json")
          .header("If-Match", "\"1\"")
          .body("{\"description\":\"CRM\",\"eventTypes\":[\"deal.*\"]}")
          .patch("/v1/webhook-endpoints/" + id)
          .then()
          .statusCode(200)
          .header("ETag", "\"2\"")
          .body("description", equalTo("CRM"))
          .body("eventTypes", equalTo(List.of("deal.*")))
          .body("url", equalTo(receiver.url()));
      api()
          .contentType("application/merge-patch+json")
          .header("If-Match", "\"2\"")
          .body("{\"description\":null}")
          .patch("/v1/webhook-endpoints/" + id)
          .then()
          .statusCode(200)
          .body("description", nullValue());
    }
  }

  @Test
  void shouldNameTheFaultWhenAnEndpointIsMalformed() {
    api()
        .body(Map.of("url", "https://10.0.0.1/x", "eventTypes", List.of("*")))
        .post("/v1/webhook-endpoints")
        .then()
        .statusCode(422)
        .body("code", equalTo("address-refused"))
        .body("detail", containsString("10.0.0.1"));
    api()
        .body(Map.of("url", "http://127.0.0.1:9/", "eventTypes", List.of("*", "deal.bought")))
        .post("/v1/webhook-endpoints")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/eventTypes/1"));
    api()
        .body(Map.of("eventTypes", List.of()))
        .post("/v1/webhook-endpoints")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/url"))
        .body("errors.pointer", hasItem("/eventTypes"));
  }

  @Test
  void shouldAnswerThePresentStateWhenAnActionIsRepeated() {
    try (Receiver receiver = Receiver.answering(200)) {
      String path = "/v1/webhook-endpoints/" + make(receiver, "deal.won") + "/transitions";
      api().body(Map.of("action", "PAUSE")).post(path).then().statusCode(200);

      api()
          .body(Map.of("action", "PAUSE"))
          .post(path)
          .then()
          .statusCode(200)
          .body("state", equalTo("PAUSED"))
          .body("version", equalTo(2));
      api()
          .body(Map.of("action", "ENABLE"))
          .post(path)
          .then()
          .statusCode(409)
          .body("allowed", equalTo(List.of("RESUME")));
    }
  }

  @Test
  void shouldTellWhatBecameOfASampleByRestAndGraphql() {
    try (Receiver receiver = Receiver.answering(200)) {
      String endpoint = make(receiver, "deal.won");
      String delivery =
          api()
              .post("/v1/webhook-endpoints/" + endpoint + "/tests")
              .then()
              .statusCode(201)
              .body("eventType", equalTo("endpoint.tested"))
              .extract()
              .path("id");
      await()
          .atMost(SOON)
          .until(() -> api().get("/v1/deliveries/" + delivery).path("state").equals("DELIVERED"));

      api()
          .get("/v1/webhook-endpoints/" + endpoint + "/deliveries?state=DELIVERED")
          .then()
          .statusCode(200)
          .body("data.id", equalTo(List.of(delivery)));
      api()
          .get("/v1/webhook-endpoints/" + endpoint + "/deliveries?state=LOST")
          .then()
          .statusCode(400);
      api()
          .get("/v1/deliveries/" + delivery + "/attempts")
          .then()
          .statusCode(200)
          .body("data", hasSize(1))
          .body("data[0].status", equalTo(200))
          .body("data[0].number", equalTo(1));
      graphql(
              """
              query($e: ID!, $d: ID!) {
                deliveries(webhookEndpointId: $e, state: DELIVERED, first: 5) {
                  edges { node { id state webhookEndpoint { id url secret } } } }
                deliveryAttempts(deliveryId: $d) { edges { node { status durationMillis } } }
              }""",
              Map.of("e", endpoint, "d", delivery))
          .statusCode(200)
          .body("errors", nullValue())
          .body("data.deliveries.edges[0].node.id", equalTo(delivery))
          .body("data.deliveries.edges[0].node.webhookEndpoint.id", equalTo(endpoint))
          .body("data.deliveries.edges[0].node.webhookEndpoint.secret", nullValue())
          .body("data.deliveryAttempts.edges[0].node.status", equalTo(200));
      graphql(
              """
              mutation($i: TransitionDeliveryInput!) {
                transitionDelivery(input: $i) { delivery { state } userErrors { code } } }""",
              Map.of("i", Map.of("id", delivery, "action", "RESEND")))
          .body("data.transitionDelivery.delivery.state", equalTo("SCHEDULED"));
    }
  }

  @Test
  void shouldMakeAnEndpointByGraphql() {
    try (Receiver receiver = Receiver.answering(200)) {
      graphql(
              """
              mutation($i: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $i) {
                webhookEndpoint { id secret state eventTypes } userErrors { code field } } }""",
              Map.of("i", Map.of("url", receiver.url(), "eventTypes", List.of("payout.*"))))
          .statusCode(200)
          .body("data.createWebhookEndpoint.webhookEndpoint.secret", matchesPattern("whsec_.+"));
      graphql(
              """
              mutation($i: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $i) {
                webhookEndpoint { id } userErrors { code } } }""",
              Map.of("i", Map.of("url", "https://192.168.0.1/", "eventTypes", List.of("*"))))
          .body("data.createWebhookEndpoint.userErrors[0].code", equalTo("address-refused"));
    }
  }

  @Test
  void shouldFindNothingOfAnotherTenantOrType() {
    api().get("/v1/webhook-endpoints/whk_00000000000000000000000000").then().statusCode(404);
    api().get("/v1/deliveries/whk_00000000000000000000000000").then().statusCode(404);
    api()
        .get("/v1/webhook-endpoints/whk_00000000000000000000000000/deliveries")
        .then()
        .statusCode(404);
  }

  @Test
  void shouldPublishTheMetricsThatTheAlertsUse() {
    int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
    int testPort =
        ConfigProvider.getConfig()
            .getOptionalValue("quarkus.management.test-port", Integer.class)
            .filter(p -> p > 0)
            .orElse(port);

    RestAssured.given()
        .port(testPort)
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("vouch_deliveries_ready_age_seconds "))
        .body(containsString("vouch_deliveries_dead "))
        .body(containsString("vouch_deliveries_total{outcome=\"delivered\"} "));
  }

  private static String make(Receiver receiver, String... types) {
    return api()
        .body(Map.of("url", receiver.url(), "eventTypes", List.of(types)))
        .post("/v1/webhook-endpoints")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
