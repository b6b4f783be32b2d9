package app.vouch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestRealm;
import app.vouch.delivery.outbound.TestCertificate;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an endpoint can choose of how its deliveries look, and of who sends them. */
@QuarkusTest
@Timeout(300)
class EndpointOptionsTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject TestRealm realm;
  @Inject Clock clock;
  @Inject WebhookEndpointService endpoints;
  @Inject DeliveryService deliveries;
  @Inject ObjectMapper json;
  @Inject Sql sql;

  private UUID tenant;

  @BeforeEach
  void makeTenant() {
    tenant = realm.make();
  }

  private WebhookEndpointView endpoint(Receiver receiver, Map<String, ?> options) {
    return realm.in(
        tenant,
        () -> endpoints.create(TestEndpoints.with(options, receiver.url(), "deal.*")).view());
  }

  private void change(WebhookEndpointView endpoint, Map<String, ?> members) {
    realm.in(tenant, () -> endpoints.update(TestEndpoints.change(endpoint.id(), members)));
  }

  private Receiver.Request awaitRequest(Receiver receiver, int number) {
    await().atMost(SOON).until(() -> receiver.requests().size() >= number);
    return receiver.requests().get(number - 1);
  }

  private List<DeliveryView> all(WebhookEndpointView endpoint) {
    return realm
        .in(tenant, () -> deliveries.list(endpoint.id(), null, PageRequest.parse("50", null)))
        .data();
  }

  private DeliveryView only(WebhookEndpointView endpoint) {
    return all(endpoint).getFirst();
  }

  private void awaitState(WebhookEndpointView endpoint, DeliveryState state) {
    await().atMost(SOON).until(() -> only(endpoint).state() == state);
  }

  private Map<String, String> sentHeaders(WebhookEndpointView endpoint) {
    await().atMost(SOON).until(() -> only(endpoint).attempts() > 0);
    String id = only(endpoint).id();
    return realm
        .in(tenant, () -> deliveries.attempts(id, PageRequest.parse("1", null)))
        .data()
        .getFirst()
        .requestHeaders()
        .stream()
        .collect(java.util.stream.Collectors.toMap(WebhookHeader::name, WebhookHeader::value));
  }

  @Test
  void shouldSignTheBodyThatTheEndpointPutsTogether() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      WebhookEndpointView endpoint =
          endpoint(
              receiver,
              Map.of(
                  "payload",
                  Map.of(
                      "format",
                      "CLOUDEVENTS_STRUCTURED",
                      "fields",
                      List.of(
                          Map.of("to", "deal.id", "from", "/resource/id"),
                          Map.of("to", "origin", "value", "vouch"))),
                  "headers",
                  List.of(Map.of("name", "X-Environment", "value", "test"))));
      realm.publish(tenant, "deal.won");

      Receiver.Request request = awaitRequest(receiver, 1);

      request.verify(endpoint.secret(), clock.instant());
      JsonNode body = json.readTree(request.body());
      assertThat(body.path("data").path("origin").asText()).isEqualTo("vouch");
      assertThat(body.path("data").path("deal").path("id").asText())
          .isEqualTo(body.path("subject").asText());
      assertThat(body.path("id").asText()).isEqualTo(request.header("webhook-id"));
      assertThat(request.header("content-type")).startsWith("application/cloudevents+json");
      assertThat(request.header("x-environment")).isEqualTo("test");
    }
  }

  @Test
  void shouldSendWhatTheEndpointWantsByNow() throws Exception {
    try (Receiver receiver = Receiver.answering(500, 200)) {
      WebhookEndpointView endpoint = endpoint(receiver, Map.of("retrySchedule", List.of("PT0S")));
      realm.publish(tenant, "deal.won");
      awaitState(endpoint, DeliveryState.DEAD);
      change(endpoint, Map.of("payload", Map.of("thin", true)));

      String id = only(endpoint).id();
      realm.in(
          tenant,
          () ->
              deliveries.transition(
                  new TransitionDelivery(id, TransitionDelivery.RequestedAction.RESEND, null)));

      Receiver.Request again = awaitRequest(receiver, 2);
      assertThat(again.header("webhook-id"))
          .isEqualTo(receiver.requests().getFirst().header("webhook-id"));
      assertThat(json.readTree(again.body()).path("data").isNull()).isTrue();
    }
  }

  @Test
  void shouldTryAsOftenAsItsOwnScheduleSays() {
    try (Receiver receiver = Receiver.answering(500)) {
      WebhookEndpointView endpoint =
          endpoint(
              receiver, Map.of("retrySchedule", List.of("PT0S", "PT0.1S", "PT0.1S", "PT0.1S")));

      realm.publish(tenant, "deal.won");

      awaitState(endpoint, DeliveryState.DEAD);
      assertThat(receiver.requests()).hasSize(4);
    }
  }

  @Test
  void shouldShowTheSecretToTheReceiverAndToNobodyElse() {
    try (Receiver receiver = Receiver.answering(200)) {
      WebhookEndpointView endpoint =
          endpoint(
              receiver,
              Map.of(
                  "authentication",
                  Map.of(
                      "kind", "HEADER", "headerName", "X-Api-Key", "headerValue", "open-sesame")));
      realm.publish(tenant, "deal.won");

      assertThat(awaitRequest(receiver, 1).header("x-api-key")).isEqualTo("open-sesame");

      assertThat(sentHeaders(endpoint))
          .containsEntry("X-Api-Key", "***")
          .containsKeys("webhook-id", "webhook-signature", "Content-Type");
      assertThat(rowsWith("open-sesame")).isZero();
      assertThat(endpoint.authentication().headerName()).isEqualTo("X-Api-Key");
    }
  }

  private long rowsWith(String text) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.list(
                        """
                        select (select count(*) from webhook_endpoint where id is not null
                                and locate(?, concat(coalesce(options, ''),
                                  coalesce(cast(authentication_secret as char), ''))) > 0)
                          + (select count(*) from delivery_attempt
                             where locate(?, coalesce(request_headers, '')) > 0) as n""",
                        row -> row.number("n"),
                        text,
                        text)
                    .getFirst());
  }

  @Test
  void shouldSendWhatWasHeldWhenTheSecretIsCorrected() {
    try (Receiver receiver =
        new Receiver(
            (exchange, number) ->
                exchange.sendResponseHeaders(
                    "Bearer right".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        ? 200
                        : 401,
                    -1))) {
      WebhookEndpointView endpoint =
          endpoint(
              receiver,
              Map.of("authentication", Map.of("kind", "HEADER", "headerValue", "Bearer wrong")));
      for (int i = 0; i < 4; i++) {
        realm.publish(tenant, "deal.won");
      }
      await().atMost(SOON).until(() -> states(endpoint).contains(DeliveryState.HELD));

      change(endpoint, Map.of("authentication", Map.of("headerValue", "Bearer right")));

      await().atMost(SOON).until(() -> states(endpoint).equals(List.of(DeliveryState.DELIVERED)));
    }
  }

  private List<DeliveryState> states(WebhookEndpointView endpoint) {
    return all(endpoint).stream().map(DeliveryView::state).distinct().toList();
  }

  @Test
  void shouldAskForATokenOnceAndAgainWhenItIsRefused() {
    try (Receiver tokens = tokenServer();
        Receiver receiver = Receiver.answering(200, 200, 401, 200)) {
      WebhookEndpointView endpoint = endpoint(receiver, oauth(tokens));
      for (int i = 1; i <= 3; i++) {
        realm.publish(tenant, "deal.won");
        awaitRequest(receiver, i);
      }

      assertThat(awaitRequest(receiver, 4).header("authorization")).isEqualTo("Bearer token-2");

      assertThat(receiver.requests().subList(0, 3))
          .allMatch(request -> request.header("authorization").equals("Bearer token-1"));
      Receiver.Request asked = tokens.requests().getFirst();
      assertThat(asked.body()).isEqualTo("grant_type=client_credentials&scope=crm+write");
      assertThat(
              new String(
                  Base64.getDecoder().decode(asked.header("authorization").substring(6)),
                  StandardCharsets.UTF_8))
          .isEqualTo("client:s%3Acret");
      assertThat(sentHeaders(endpoint)).containsEntry("Authorization", "***");
    }
  }

  private static Receiver tokenServer() {
    return new Receiver(
        (exchange, number) -> {
          byte[] body =
              "{\"access_token\":\"token-%d\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
                  .formatted(number)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
        });
  }

  private static Map<String, ?> oauth(Receiver tokens) {
    return Map.of(
        "authentication",
        Map.of(
            "kind",
            "OAUTH2",
            "tokenUrl",
            tokens.url(),
            "clientId",
            "client",
            "clientSecret",
            "s:cret",
            "scope",
            "crm write"));
  }

  @Test
  void shouldHoldWhatATokenServerWillNotLetGo() {
    try (Receiver tokens = Receiver.answering(401);
        Receiver receiver = Receiver.answering(200)) {
      WebhookEndpointView endpoint = endpoint(receiver, oauth(tokens));
      for (int i = 0; i < 4; i++) {
        realm.publish(tenant, "deal.won");
      }

      await().atMost(SOON).until(() -> states(endpoint).contains(DeliveryState.HELD));

      assertThat(receiver.requests()).isEmpty();
      assertThat(all(endpoint))
          .extracting(DeliveryView::lastError)
          .contains("the token server answered 401");
    }
  }

  @Test
  void shouldKeepACertificateAndSealItsKey() throws Exception {
    var ours = TestCertificate.make("vouch").identity();
    try (Receiver receiver = Receiver.answering(200)) {
      WebhookEndpointView endpoint =
          endpoint(
              receiver,
              Map.of(
                  "authentication",
                  Map.of(
                      "kind",
                      "MTLS",
                      "certificate",
                      ours.certificate(),
                      "privateKey",
                      ours.privateKey())));

      assertThat(endpoint.authentication().certificate()).isEqualTo(ours.certificate());
      assertThat(rowsWith(ours.privateKey().lines().toList().get(1))).isZero();
      assertThat(IdType.WEBHOOK_ENDPOINT.parse(endpoint.id())).isPresent();
    }
  }
}
