package app.vouch.contract;

import static app.vouch.contract.Given.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

abstract class WebhookScenarios extends ContractSuite {
  private static final Duration SOON = Duration.ofSeconds(60);

  private static HttpServer receiver;

  @BeforeAll
  static void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterAll
  static void stop() {
    receiver.stop(0);
  }

  private static Map<String, Object> endpoint(Object... members) {
    Map<String, Object> endpoint = input(members);
    endpoint.put("url", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hooks");
    endpoint.putIfAbsent("eventTypes", List.of("deal.won"));
    return endpoint;
  }

  @Scenario
  void shouldShowTheSecretOnce(Api api) {
    Map<String, Object> endpoint = endpoint("idempotencyKey", "endpoint-1");

    Outcome made = api.write("createWebhookEndpoint", endpoint);

    assertThat(made.text("secret")).startsWith("whsec_");
    Outcome again = api.call("createWebhookEndpoint", endpoint);
    assertThat(again.replayed()).isTrue();
    assertThat(again.text("secret")).isEqualTo("null");
    assertThat(again.text("secretWithheld")).isEqualTo("true");
    String id = made.text("id");
    assertThat(api.read("webhookEndpoint", Map.of("id", id)).text("secret")).isEqualTo("null");
    assertThat(api.read("webhookEndpoints", Map.of()).list("id")).containsExactly(id);
    assertThat(api.write("rotateWebhookSecret", Map.of("id", id)).text("secret"))
        .startsWith("whsec_")
        .isNotEqualTo(made.text("secret"));
  }

  @Scenario
  void shouldChangeWhatIsNamed(Api api) {
    String id = api.write("createWebhookEndpoint", endpoint("description", "CRM")).text("id");

    Outcome changed =
        api.write(
            "updateWebhookEndpoint",
            input("id", id, "version", 1, "eventTypes", List.of("deal.*"), "description", null));

    assertThat(changed.text("eventTypes")).isEqualTo("[deal.*]");
    assertThat(changed.text("description")).isEqualTo("null");
    assertThat(
            api.call("updateWebhookEndpoint", Map.of("id", id, "version", 1, "description", "x"))
                .code())
        .isEqualTo("version-mismatch");
    assertThat(
            api.call(
                    "updateWebhookEndpoint",
                    Map.of("id", id, "version", 2, "url", "https://10.0.0.1/x"))
                .code())
        .isEqualTo("address-refused");
  }

  @Scenario
  void shouldSayHowAnEndpointWantsToBeSentTo(Api api) {
    Outcome made =
        api.write(
            "createWebhookEndpoint",
            endpoint("ordered", true, "concurrency", 2, "maxPerMinute", 600));
    assertThat(made.text("ordered")).isEqualTo("true");
    assertThat(made.text("concurrency")).isEqualTo("2");
    assertThat(made.text("maxPerMinute")).isEqualTo("600");

    Outcome changed =
        api.write(
            "updateWebhookEndpoint",
            input(
                "id",
                made.text("id"),
                "version",
                1,
                "ordered",
                false,
                "concurrency",
                0,
                "maxPerMinute",
                0));

    assertThat(changed.text("ordered")).isEqualTo("false");
    assertThat(changed.text("concurrency")).isEqualTo("4");
    assertThat(changed.text("maxPerMinute")).isEqualTo("null");
    assertThat(
            api.call("createWebhookEndpoint", endpoint("concurrency", 51, "maxPerMinute", 0))
                .no()
                .fields())
        .containsExactlyInAnyOrder("concurrency", "maxPerMinute");
  }

  @Scenario
  void shouldFilterByWhatIsInEvents(Api api) {
    Map<String, Object> large =
        Map.of(
            "path",
            "data.deal.amount.amount",
            "operator",
            "GREATER_THAN",
            "values",
            List.of("1000"));
    Map<String, Object> filter = Map.of("anyOf", List.of(Map.of("allOf", List.of(large))));

    Outcome made = api.write("createWebhookEndpoint", endpoint("eventFilter", filter));

    assertThat(made.text("eventFilter")).contains("data.deal.amount.amount", "GREATER_THAN");
    assertThat(
            api.write(
                    "updateWebhookEndpoint",
                    input(
                        "id",
                        made.text("id"),
                        "version",
                        1,
                        "eventFilter",
                        Map.of("anyOf", List.of())))
                .text("eventFilter"))
        .isEqualTo("null");
    Map<String, Object> wrong =
        Map.of("path", "data..deal", "operator", "EXISTS", "values", List.of());
    assertThat(
            api.call(
                    "createWebhookEndpoint",
                    endpoint(
                        "eventFilter", Map.of("anyOf", List.of(Map.of("allOf", List.of(wrong))))))
                .no()
                .fields())
        .containsExactly("eventFilter/anyOf/0/allOf/0/path");
  }

  private static Map<String, Object> options() {
    return Map.of(
        "apiVersion",
        "2026-11-01",
        "payload",
        Map.of(
            "format",
            "CLOUDEVENTS_STRUCTURED",
            "fields",
            List.of(Map.of("to", "lead.id", "from", "/resource/id"))),
        "headers",
        List.of(Map.of("name", "X-Environment", "value", "test")),
        "retrySchedule",
        List.of("PT0S", "PT1M"),
        "authentication",
        Map.of("kind", "HEADER", "headerName", "X-Api-Key", "headerValue", "open-sesame"));
  }

  @Scenario
  void shouldChooseWhatDeliveriesLookLike(Api api) {
    Map<String, Object> wanted = endpoint();
    wanted.putAll(options());

    Outcome made = api.write("createWebhookEndpoint", wanted);

    assertThat(made.text("payload"))
        .contains("CLOUDEVENTS_STRUCTURED", "lead.id", "/resource/id", "false");
    assertThat(made.text("headers")).contains("X-Environment");
    assertThat(made.text("retrySchedule")).isEqualTo("[PT0S, PT1M]");
    assertThat(made.text("authentication")).contains("X-Api-Key").doesNotContain("open-sesame");
    String id = made.text("id");
    Outcome changed =
        api.write(
            "updateWebhookEndpoint",
            input(
                "id",
                id,
                "version",
                1,
                "payload",
                Map.of("thin", true),
                "headers",
                List.of(),
                "authentication",
                Map.of("headerName", "X-Other-Key")));
    assertThat(changed.text("payload")).contains("CLOUDEVENTS_STRUCTURED", "true", "lead.id");
    assertThat(changed.text("headers")).isEqualTo("[]");
    assertThat(changed.text("authentication")).contains("HEADER", "X-Other-Key");
    Outcome without =
        api.write(
            "updateWebhookEndpoint",
            input(
                "id",
                id,
                "version",
                2,
                "retrySchedule",
                List.of(),
                "authentication",
                Map.of("kind", "NONE")));
    assertThat(without.text("retrySchedule")).isEqualTo("[]");
    assertThat(without.text("authentication")).contains("NONE").doesNotContain("X-Other-Key");
  }

  @Scenario
  void shouldRefuseOptionsThatCannotWork(Api api) {
    assertThat(
            api.call(
                    "createWebhookEndpoint",
                    endpoint(
                        "payload",
                        Map.of(
                            "thin",
                            true,
                            "fields",
                            List.of(
                                Map.of("to", "a", "from", "/data/referral"),
                                Map.of("to", "a.b", "from", "/nothing"),
                                Map.of("to", "c"))),
                        "headers",
                        List.of(
                            Map.of("name", "Host", "value", "a"),
                            Map.of("name", "webhook-id", "value", "a"),
                            Map.of("name", "Authorization", "value", "a"),
                            Map.of("name", "X-A", "value", "a"),
                            Map.of("name", "x-a", "value", "b")),
                        "retrySchedule",
                        List.of("PT0S", "P8D", "soon")))
                .no()
                .fields())
        .containsExactlyInAnyOrder(
            "payload/fields/0/from",
            "payload/fields/1/from",
            "payload/fields/1/to",
            "payload/fields/2",
            "headers/0/name",
            "headers/1/name",
            "headers/2/name",
            "headers/4/name",
            "retrySchedule/1",
            "retrySchedule/2");
    assertThat(
            api.call("createWebhookEndpoint", endpoint("apiVersion", "2020-01-01")).no().fields())
        .containsExactly("apiVersion");
    assertThat(
            api.call(
                    "createWebhookEndpoint",
                    endpoint("headers", List.of(Map.of("name", "X-A", "value", "a\r\nX-B: b"))))
                .no()
                .fields())
        .containsExactly("headers/0/value");
  }

  @Scenario
  void shouldRefuseAnAuthenticationThatCannotWork(Api api) {
    assertThat(refused(api, Map.of("kind", "HEADER")))
        .containsExactly("authentication/headerValue");
    assertThat(refused(api, Map.of("kind", "HEADER", "headerName", "Host", "headerValue", "a")))
        .containsExactly("authentication/headerName");
    assertThat(refused(api, Map.of("kind", "OAUTH2", "clientId", "a", "clientSecret", "b")))
        .containsExactly("authentication/tokenUrl");
    assertThat(refused(api, Map.of("kind", "MTLS", "certificate", "a", "privateKey", "b")))
        .containsExactly("authentication/certificate");
    assertThat(
            api.call(
                    "createWebhookEndpoint",
                    endpoint(
                        "authentication",
                        Map.of(
                            "kind",
                            "OAUTH2",
                            "tokenUrl",
                            "https://10.0.0.1/token",
                            "clientId",
                            "a",
                            "clientSecret",
                            "b")))
                .code())
        .isEqualTo("address-refused");
  }

  private static List<String> refused(Api api, Map<String, ?> authentication) {
    return api.call("createWebhookEndpoint", endpoint("authentication", authentication))
        .no()
        .fields();
  }

  @Scenario
  void shouldUseAnOldSecretAsLongAsIsWanted(Api api) {
    String id = api.write("createWebhookEndpoint", endpoint()).text("id");

    assertThat(api.write("rotateWebhookSecret", Map.of("id", id, "overlap", "PT0S")).text("secret"))
        .startsWith("whsec_");
    assertThat(api.call("rotateWebhookSecret", Map.of("id", id, "overlap", "P31D")).no().fields())
        .containsExactly("overlap");
  }

  @Scenario
  void shouldSignWithAKeyPairWhereWanted(Api api) {
    Outcome made = api.write("createWebhookEndpoint", endpoint("signature", "V1A"));
    assertThat(made.text("publicKey")).startsWith("whpk_");
    assertThat(made.text("secret")).isEqualTo("null");
    String id = made.text("id");

    assertThat(api.write("rotateWebhookSecret", Map.of("id", id)).text("publicKey"))
        .startsWith("whpk_")
        .isNotEqualTo(made.text("publicKey"));
    assertThat(api.write("rotateWebhookSecret", Map.of("id", id, "signature", "V1")).text("secret"))
        .startsWith("whsec_");
    assertThat(api.read("webhookEndpoint", Map.of("id", id)).text("signature")).isEqualTo("V1");
  }

  @Scenario
  void shouldReplayAsAJob(Api api) {
    String id = api.write("createWebhookEndpoint", endpoint()).text("id");

    Outcome job = api.write("replayDeliveries", Map.of("id", id, "scope", "MISSING"));

    assertThat(job.text("kind")).isEqualTo("delivery-replay");
    await()
        .atMost(SOON)
        .until(
            () -> api.call("job", Map.of("id", job.text("id"))).text("state"), "FINISHED"::equals);
    assertThat(
            api.call(
                    "replayDeliveries",
                    Map.of(
                        "id",
                        id,
                        "scope",
                        "ALL",
                        "from",
                        "2026-11-22T00:00:00Z",
                        "to",
                        "2026-11-21T00:00:00Z",
                        "eventTypes",
                        List.of("deal.*")))
                .no()
                .fields())
        .containsExactly("to");
  }

  @Scenario
  void shouldTellHowAnEndpointFares(Api api) {
    String id = api.write("createWebhookEndpoint", endpoint()).text("id");

    Outcome health = api.read("webhookEndpointHealth", Map.of("id", id));

    assertThat(health.text("state")).isEqualTo("HEALTHY");
    assertThat(health.text("webhookEndpointId")).isEqualTo(id);
    assertThat(health.text("held")).isEqualTo("0");
    String none = id.substring(0, id.length() - 3) + "abc";
    assertThat(api.call("webhookEndpointHealth", Map.of("id", none)).code()).isEqualTo("not-found");
  }

  @Scenario
  void shouldPauseAndResume(Api api) {
    String id = api.write("createWebhookEndpoint", endpoint()).text("id");
    Map<String, Object> pause = Map.of("id", id, "action", "PAUSE");

    assertThat(api.write("transitionWebhookEndpoint", pause).text("state")).isEqualTo("PAUSED");
    assertThat(api.write("transitionWebhookEndpoint", pause).text("version")).isEqualTo("2");
    Outcome refused = api.call("transitionWebhookEndpoint", Map.of("id", id, "action", "ENABLE"));
    assertThat(refused.code()).isEqualTo("transition-not-allowed");
    assertThat(refused.no().message()).contains("RESUME");
    assertThat(
            api.write("transitionWebhookEndpoint", Map.of("id", id, "action", "RESUME"))
                .text("state"))
        .isEqualTo("ENABLED");
  }

  @Scenario
  void shouldRefuseAPrivateAddressAndTypesThatAreNone(Api api) {
    for (String url : List.of("https://192.168.0.1/", "https://10.0.0.1/", "https://[fd00::1]/")) {
      assertThat(
              api.call("createWebhookEndpoint", Map.of("url", url, "eventTypes", List.of("*")))
                  .code())
          .as(url)
          .isEqualTo("address-refused");
    }
    assertThat(
            api.call("createWebhookEndpoint", endpoint("eventTypes", List.of("*", "deal.bought")))
                .no()
                .fields())
        .containsExactly("eventTypes/1");
    assertThat(
            api.call(
                    "createWebhookEndpoint",
                    Map.of("url", "ftp://acme.example", "eventTypes", List.of("*")))
                .no()
                .fields())
        .containsExactly("url");
  }

  @Scenario
  void shouldTellWhatBecameOfADelivery(Api api) {
    String endpoint = api.write("createWebhookEndpoint", endpoint()).text("id");

    String id = api.write("testWebhookEndpoint", Map.of("id", endpoint)).text("id");

    await()
        .atMost(SOON)
        .until(() -> api.call("delivery", Map.of("id", id)).text("state"), "DELIVERED"::equals);
    assertThat(api.read("delivery", Map.of("id", id)).text("webhookEndpointId"))
        .isEqualTo(endpoint);
    assertThat(
            api.read("deliveries", Map.of("webhookEndpointId", endpoint, "state", "DELIVERED"))
                .list("id"))
        .containsExactly(id);
    assertThat(
            api.read("deliveries", Map.of("webhookEndpointId", endpoint, "state", "DEAD")).list())
        .isEmpty();
    String event = api.read("delivery", Map.of("id", id)).text("eventId");
    assertThat(
            api.read(
                    "searchDeliveries",
                    Map.of(
                        "eventId",
                        event,
                        "webhookEndpointId",
                        endpoint,
                        "state",
                        "DELIVERED",
                        "from",
                        "2026-01-01T00:00:00Z"))
                .list("id"))
        .containsExactly(id);
    assertThat(api.read("searchDeliveries", Map.of("to", "2026-01-01T00:00:00Z")).list("id"))
        .isEmpty();
    assertThat(api.call("searchDeliveries", Map.of("resourceId", "x_1")).code())
        .isEqualTo("invalid-request");
    assertThat(api.read("deliveryAttempts", Map.of("deliveryId", id)).list("status"))
        .containsExactly("200");
    assertThat(api.write("transitionDelivery", Map.of("id", id, "action", "RESEND")).text("state"))
        .isEqualTo("SCHEDULED");
  }
}
