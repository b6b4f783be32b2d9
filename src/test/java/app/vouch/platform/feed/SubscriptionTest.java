package app.vouch.platform.feed;

import static app.vouch.TestApi.KEY;
import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import app.vouch.TestRealm;
import app.vouch.shared.IdType;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscriptions over {@code graphql-transport-ws}: the protocol, and what comes through it. */
@QuarkusTest
@Tag("once")
@Timeout(180)
class SubscriptionTest {
  private static final Duration A_WHILE = Duration.ofMillis(500);
  private static final String ALL =
      """
      subscription ($after: ID, $types: [String], $resourceId: ID) {
        events(after: $after, types: $types, resourceId: $resourceId) {
          id type sequence resource { id } data } }""";

  @Inject TestRealm realm;

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  private UUID tenant;
  private String key;

  @BeforeEach
  void makeTenant() {
    var made =
        api(OPERATOR_KEY)
            .header("Idempotency-Key", unique("tenant"))
            .body(Map.of("name", unique("tenant")))
            .post("/v1/tenants")
            .then()
            .statusCode(201)
            .extract();
    tenant = IdType.TENANT.parse(made.<String>path("id")).orElseThrow();
    key = made.path("liveKey");
  }

  @Test
  void shouldBringWhatIsRecordedFromNowOn() throws Exception {
    realm.publish(tenant, "deal.lost");
    awaitFeed(1);
    try (TestSocket socket = TestSocket.ready(port, key)) {
      socket.subscribe("a", ALL, Map.of());
      Thread.sleep(A_WHILE);
      UUID resource = realm.publish(tenant, "deal.won", "deal.reopened");

      JsonNode first = event(socket.hear("next"));
      JsonNode second = event(socket.hear("next"));

      assertThat(first.path("type").asText()).isEqualTo("deal.won");
      assertThat(first.path("sequence").asInt()).isEqualTo(1);
      assertThat(first.path("resource").path("id").asText())
          .isEqualTo(IdType.ORGANIZATION.format(resource));
      assertThat(first.path("data").asText()).contains("Ünïted & Söns");
      assertThat(second.path("type").asText()).isEqualTo("deal.reopened");
    }
  }

  @Test
  void shouldResumeBehindAnEventAndMissNothing() throws Exception {
    for (int i = 0; i < 130; i++) {
      realm.publish(tenant, "deal.won");
    }
    awaitFeed(130);
    List<String> seen = new ArrayList<>();
    try (TestSocket socket = TestSocket.ready(port, key)) {
      socket.subscribe("a", ALL, Map.of());
      Thread.sleep(A_WHILE);
      realm.publish(tenant, "deal.lost");
      seen.add(event(socket.hear("next")).path("id").asText());
    }
    for (int i = 0; i < 120; i++) {
      realm.publish(tenant, "deal.lost");
    }

    try (TestSocket socket = TestSocket.ready(port, key)) {
      socket.subscribe("again", ALL, Map.of("after", seen.getFirst()));
      for (int i = 0; i < 120; i++) {
        seen.add(event(socket.hear("next")).path("id").asText());
      }
      realm.publish(tenant, "deal.lost");
      seen.add(event(socket.hear("next")).path("id").asText());
    }
    List<String> feed =
        api(key).get("/v1/events?limit=200&after=%s".formatted(seen.getFirst())).path("data.id");
    assertThat(seen.subList(1, seen.size())).isEqualTo(feed);
  }

  @Test
  void shouldBringOnlyWhatIsWantedAndOnlyOnesOwn() throws Exception {
    UUID resource = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    try (TestSocket types = TestSocket.ready(port, key);
        TestSocket one = TestSocket.ready(port, key);
        TestSocket other = TestSocket.ready(port, KEY)) {
      types.subscribe("a", ALL, Map.of("types", List.of("referral.*")));
      one.subscribe("a", ALL, Map.of("resourceId", IdType.ORGANIZATION.format(resource)));
      other.subscribe("a", ALL, Map.of("resourceId", IdType.ORGANIZATION.format(resource)));
      Thread.sleep(A_WHILE);
      realm.publish(tenant, "deal.won", "referral.won");
      realm.publish(tenant, resource, "deal.lost");

      assertThat(event(types.hear("next")).path("type").asText()).isEqualTo("referral.won");
      assertThat(event(one.hear("next")).path("type").asText()).isEqualTo("deal.lost");
      assertThat(types.isSilentFor(A_WHILE)).isTrue();
      assertThat(one.isSilentFor(A_WHILE)).isTrue();
      assertThat(other.isSilentFor(A_WHILE)).isTrue();
    }
  }

  @Test
  void shouldCarrySeveralAndEndOneAlone() throws Exception {
    try (TestSocket socket = TestSocket.ready(port, key)) {
      socket.subscribe("a", ALL, Map.of());
      socket.subscribe("b", ALL, Map.of());
      Thread.sleep(A_WHILE);
      socket.say("{\"id\":\"a\",\"type\":\"complete\"}");
      socket.say("{\"type\":\"ping\"}");
      socket.hear("pong");
      realm.publish(tenant, "deal.won");

      assertThat(socket.hear("next").path("id").asText()).isEqualTo("b");
      assertThat(socket.isSilentFor(A_WHILE)).isTrue();

      socket.subscribe("a", ALL, Map.of());
      Thread.sleep(A_WHILE);
      realm.publish(tenant, "deal.won");
      assertThat(
              List.of(
                  socket.hear("next").path("id").asText(), socket.hear("next").path("id").asText()))
          .containsExactlyInAnyOrder("a", "b");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subscription {events(types: [\"deal.bought\"]) {id}} | invalid-request | deal.bought",
        "subscription {events(after: \"evt_7zzzzzzzzzzzzzzzzzzzzzzzzz\") {id}} | invalid-request |"
            + " unknown-cursor",
        "subscription {events(resourceId: \"x\") {id}} | invalid-request | resourceId",
        "subscription {events {nothing}} | invalid-request | nothing",
        "subscription {events {id} | invalid-request | ",
        "{eventTypes {type}} | invalid-request | POST",
        "mutation {computeAttribution {id}} | invalid-request | POST",
      })
  void shouldSayWhyASubscriptionCannotBegin(String query, String code, String word)
      throws Exception {
    try (TestSocket socket = TestSocket.ready(port, key)) {
      socket.subscribe("a", query, Map.of());

      JsonNode error = socket.hear("error");

      assertThat(error.path("id").asText()).isEqualTo("a");
      assertThat(error.path("payload").get(0).path("extensions").path("code").asText())
          .isEqualTo(code);
      assertThat(error.path("payload").toString()).contains(word == null ? "" : word);
    }
  }

  @Test
  void shouldNeedTheScopeAndTheKey() throws Exception {
    String poor =
        api(key)
            .header("Idempotency-Key", unique("key"))
            .body(Map.of("name", "poor", "scopes", List.of("people:read")))
            .post("/v1/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .path("secret");
    try (TestSocket socket = TestSocket.ready(port, poor)) {
      socket.subscribe("a", ALL, Map.of());
      assertThat(socket.hear("error").toString()).contains("missing-scope", "events:read");
    }
    assertThatThrownBy(() -> TestSocket.ready(port, "vk_live_" + "0".repeat(64)))
        .hasStackTraceContaining("401");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | 4400",
        "{\"type\":\"start\"} | 4400",
        "{\"type\":\"connection_init\"} | 4429",
        "{\"id\":\"a\",\"type\":\"subscribe\"} | 4400",
        "{\"type\":\"ping\",\"payload\":1e4000000} | 4400",
      })
  void shouldCloseWithTheProtocolsCode(String message, int code) throws Exception {
    try (TestSocket socket = TestSocket.ready(port, key)) {
      socket.say(message);

      assertThat(socket.closeCode()).isEqualTo(code);
    }
  }

  @Test
  void shouldCloseWhenAnIdIsUsedTwiceOrNothingWasInitialised() throws Exception {
    try (TestSocket socket = TestSocket.ready(port, key)) {
      socket.subscribe("a", ALL, Map.of());
      socket.subscribe("a", ALL, Map.of());
      assertThat(socket.closeCode()).isEqualTo(4409);
    }
    try (TestSocket socket = new TestSocket(port, key, "graphql-transport-ws")) {
      socket.subscribe("a", ALL, Map.of());
      assertThat(socket.closeCode()).isEqualTo(4401);
    }
    try (TestSocket socket = new TestSocket(port, key, "graphql-transport-ws")) {
      assertThat(socket.closeCode()).isEqualTo(4408);
    }
  }

  @Test
  void shouldBoundSocketsOfAKeyAndSubscriptionsOfASocket() throws Exception {
    List<TestSocket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        open.add(TestSocket.ready(port, key));
      }
      assertThatThrownBy(() -> TestSocket.ready(port, key)).hasStackTraceContaining("429");
      TestSocket first = open.getFirst();
      for (int i = 0; i < 50; i++) {
        first.subscribe("s" + i, ALL, Map.of());
      }
      first.subscribe("more", ALL, Map.of());
      assertThat(first.hear("error").toString()).contains("more", "rate-limited");
    } finally {
      open.forEach(TestSocket::close);
    }
  }

  @Test
  void shouldCloseWhenNobodyAnswersAPing() throws Exception {
    try (TestSocket socket = TestSocket.ready(port, key)) {
      socket.fallAsleep();

      assertThat(socket.closeCode()).isEqualTo(4499);
    }
  }

  @Test
  void shouldCloseWhenTheKeyIsRevoked() throws Exception {
    var made =
        api(key)
            .header("Idempotency-Key", unique("key"))
            .body(Map.of("name", "short", "scopes", List.of("events:read")))
            .post("/v1/api-keys")
            .then()
            .statusCode(201)
            .extract();
    try (TestSocket socket = TestSocket.ready(port, made.path("secret"))) {
      socket.subscribe("a", ALL, Map.of());
      api(key)
          .body(Map.of("action", "REVOKE"))
          .post("/v1/api-keys/%s/transitions".formatted(made.<String>path("id")))
          .then()
          .statusCode(200);

      assertThat(socket.closeCode()).isEqualTo(4403);
    }
  }

  @Test
  void shouldSendSubscriptionsThatArePostedToASocket() {
    graphql(key, "subscription {events {id}}", Map.of())
        .body("errors[0].extensions.code", equalTo("invalid-request"))
        .body("errors[0].message", containsString("graphql-transport-ws"));
  }

  /** What has no position yet comes after a subscription that begins now. */
  private void awaitFeed(int events) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> api(key).get("/v1/events?limit=200").path("data.size()").equals(events));
  }

  private static JsonNode event(JsonNode message) {
    return message.path("payload").path("data").path("events");
  }
}
