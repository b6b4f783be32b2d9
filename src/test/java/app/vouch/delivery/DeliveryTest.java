package app.vouch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.vouch.TestRealm;
import app.vouch.TestRealm.TestFact;
import app.vouch.platform.event.EventFeed;
import app.vouch.platform.event.EventType;
import app.vouch.platform.event.EventTypeFilter;
import app.vouch.platform.event.Events;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole way of a webhook: queued in the write, sent, answered, recorded. */
@QuarkusTest
@Timeout(180)
class DeliveryTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject TestRealm realm;
  @Inject WebhookEndpointService endpoints;
  @Inject DeliveryService deliveries;
  @Inject DeliverySettings settings;
  @Inject EventFeed feed;
  @Inject Work work;
  @Inject Events events;
  @Inject Uuid7 ids;
  @Inject Clock clock;

  private UUID tenant;

  @BeforeEach
  void makeTenant() {
    tenant = realm.make();
  }

  @Test
  void shouldDeliverTheStoredBytesWithAValidSignature() throws Exception {
    try (Receiver receiver = Receiver.answering(204)) {
      WebhookEndpointView endpoint = endpoint(receiver, "*");

      realm.publish(tenant, "program.archived");

      DeliveryView delivery = awaitOnly(endpoint, DeliveryState.DELIVERED);
      Receiver.Request request = receiver.requests().getFirst();
      request.verify(endpoint.secret(), clock.instant());
      assertThat(request.header("webhook-id")).isEqualTo(delivery.eventId());
      assertThat(request.header("content-type")).isEqualTo("application/json");
      assertThat(request.path()).isEqualTo("/hooks?key=1");
      byte[] stored = realm.in(tenant, () -> feed.get(delivery.eventId())).body();
      assertThat(request.body()).isEqualTo(new String(stored, StandardCharsets.UTF_8));
      assertThat(attempts(delivery))
          .singleElement()
          .satisfies(a -> assertThat(a.status()).isEqualTo(204))
          .satisfies(a -> assertThat(a.error()).isNull());
    }
  }

  @Test
  void shouldTryAgainWhenTheReceiverAnswers500() {
    try (Receiver receiver = Receiver.answering(500, 200)) {
      WebhookEndpointView endpoint = endpoint(receiver, "*");

      realm.publish(tenant, "program.archived");

      DeliveryView delivery = awaitOnly(endpoint, DeliveryState.DELIVERED);
      assertThat(delivery.attempts()).isEqualTo(2);
      assertThat(receiver.requests())
          .extracting(r -> r.header("webhook-id"))
          .containsOnly(delivery.eventId());
      assertThat(attempts(delivery))
          .extracting(DeliveryAttemptView::status)
          .containsExactly(200, 500);
    }
  }

  @Test
  void shouldGiveUpAfterTheScheduleAndSendAgainByHand() {
    try (Receiver receiver = Receiver.answering(500, 503, 404, 200)) {
      WebhookEndpointView endpoint = endpoint(receiver, "*");
      realm.publish(tenant, "program.archived");
      DeliveryView dead = awaitOnly(endpoint, DeliveryState.DEAD);
      assertThat(dead.attempts()).isEqualTo(3);
      assertThat(dead.lastStatus()).isEqualTo(404);

      DeliveryView again = resend(dead);

      assertThat(again.state()).isEqualTo(DeliveryState.SCHEDULED);
      DeliveryView delivered = awaitOnly(endpoint, DeliveryState.DELIVERED);
      assertThat(delivered.attempts()).isEqualTo(4);
      assertThat(receiver.requests())
          .extracting(r -> r.header("webhook-id"))
          .containsOnly(dead.eventId());
    }
  }

  @Test
  void shouldDisableTheEndpointAndHoldTheRestWhenTheReceiverIsGone() {
    try (Receiver receiver = Receiver.answering(410, 200)) {
      WebhookEndpointView endpoint = endpoint(receiver, "program.*");
      realm.publish(tenant, "program.archived");
      await().atMost(SOON).until(() -> read(endpoint).state() == EndpointState.DISABLED);
      assertThat(read(endpoint).disabledReason()).isEqualTo(DisabledReason.GONE);
      realm.publish(tenant, "program.archived");
      await()
          .atMost(SOON)
          .until(() -> states(endpoint).equals(List.of(DeliveryState.HELD, DeliveryState.HELD)));
      assertThat(receiver.requests()).hasSize(1);

      transition(endpoint, EndpointAction.ENABLE);

      await()
          .atMost(SOON)
          .until(
              () ->
                  states(endpoint)
                      .equals(List.of(DeliveryState.DELIVERED, DeliveryState.DELIVERED)));
      assertThat(
              realm.in(
                  tenant, () -> feed.after(null, new EventTypeFilter(List.of("endpoint.*")), 10)))
          .extracting(e -> new String(e.body(), StandardCharsets.UTF_8))
          .anyMatch(body -> body.contains("\"endpoint.disabled\"") && !body.contains("key=1"));
    }
  }

  @Test
  void shouldGoOnWhenOnlyTheEarlierAddressIsGone() {
    try (Receiver receiver = Receiver.answering(200)) {
      WebhookEndpointView endpoint = endpoint(receiver, "program.*");
      UUID id = IdType.WEBHOOK_ENDPOINT.inPath(endpoint.id());

      realm.in(
          tenant,
          () -> {
            endpoints.disableGone(id, "https://earlier.example/hook");
            return true;
          });

      assertThat(read(endpoint).state()).isEqualTo(EndpointState.ENABLED);
    }
  }

  @Test
  void shouldHoldWhilePausedAndReleaseWhenResumed() {
    try (Receiver receiver = Receiver.answering(200)) {
      WebhookEndpointView endpoint = endpoint(receiver, "*");
      transition(endpoint, EndpointAction.PAUSE);
      realm.publish(tenant, "program.archived", "referrer.paused");
      await()
          .atMost(SOON)
          .until(() -> states(endpoint).equals(List.of(DeliveryState.HELD, DeliveryState.HELD)));
      assertThat(receiver.requests()).isEmpty();

      transition(endpoint, EndpointAction.RESUME);

      await()
          .atMost(SOON)
          .until(
              () ->
                  states(endpoint)
                      .equals(List.of(DeliveryState.DELIVERED, DeliveryState.DELIVERED)));
    }
  }

  @Test
  void shouldEndAnAttemptWhenTheReceiverHangs() {
    CountDownLatch hanging = new CountDownLatch(1);
    try (Receiver receiver =
        new Receiver(
            (exchange, number) -> {
              if (number == 1) {
                hanging.await();
              }
              exchange.sendResponseHeaders(200, -1);
            })) {
      WebhookEndpointView endpoint = endpoint(receiver, "*");

      realm.publish(tenant, "program.archived");

      DeliveryView delivery = awaitOnly(endpoint, DeliveryState.DELIVERED);
      DeliveryAttemptView first = attempts(delivery).getLast();
      assertThat(first.status()).isNull();
      assertThat(first.error()).contains("in time");
      assertThat(Duration.ofMillis(first.durationMillis()))
          .isGreaterThanOrEqualTo(settings.timeout().dividedBy(2));
    } finally {
      hanging.countDown();
    }
  }

  @Test
  void shouldEndAnAttemptWhenTheAnswerNeverEnds() {
    try (Receiver receiver =
        new Receiver(
            (exchange, number) -> {
              exchange.sendResponseHeaders(number == 1 ? 500 : 200, 0);
              for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(new byte[10_000]);
              }
            })) {
      WebhookEndpointView endpoint = endpoint(receiver, "*");

      realm.publish(tenant, "program.archived");

      DeliveryView delivery = awaitOnly(endpoint, DeliveryState.DELIVERED);
      assertThat(attempts(delivery))
          .allSatisfy(a -> assertThat(a.responseExcerpt()).hasSize(20_000));
    }
  }

  @Test
  void shouldNotFollowARedirect() {
    try (Receiver other = Receiver.answering(200);
        Receiver receiver =
            new Receiver(
                (exchange, number) -> {
                  exchange.getResponseHeaders().add("Location", other.url());
                  exchange.sendResponseHeaders(307, -1);
                })) {
      WebhookEndpointView endpoint = endpoint(receiver, "*");

      realm.publish(tenant, "program.archived");

      assertThat(awaitOnly(endpoint, DeliveryState.DEAD).lastStatus()).isEqualTo(307);
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void shouldRecordTheFaultWhenTheReceiverIsDown() {
    Receiver receiver = Receiver.answering(200);
    WebhookEndpointView endpoint = endpoint(receiver, "*");
    receiver.close();

    realm.publish(tenant, "program.archived");

    DeliveryView dead = awaitOnly(endpoint, DeliveryState.DEAD);
    assertThat(dead.lastStatus()).isNull();
    assertThat(dead.lastError()).contains("Connect");
  }

  @Test
  void shouldRefuseAnEndpointWhoseAddressIsNotPublic() {
    for (String url :
        List.of(
            "https://10.0.0.1/",
            "https://169.254.169.254/latest/meta-data",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://user@93.184.215.14/",
            "http://93.184.215.14/")) {
      assertThatThrownBy(() -> create(url, "*"))
          .as(url)
          .isInstanceOfSatisfying(
              Refusal.Rule.class,
              refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.ADDRESS_REFUSED));
    }
  }

  @Test
  void shouldSendOnlyWhatTheEndpointWants() {
    try (Receiver receiver = Receiver.answering(200)) {
      WebhookEndpointView endpoint = endpoint(receiver, "referrer.*", "deal.won");

      realm.publish(
          tenant,
          "program.archived",
          "referrer.paused",
          "deal.won",
          "deal.lost",
          "referrer.removed");

      await().atMost(SOON).until(() -> receiver.requests().size() == 3);
      assertThat(page(endpoint, null))
          .extracting(DeliveryView::eventType)
          .containsExactlyInAnyOrder("referrer.paused", "deal.won", "referrer.removed");
    }
  }

  @Test
  void shouldQueueNothingWhenTheWriteIsRolledBack() {
    try (Receiver receiver = Receiver.answering(200)) {
      WebhookEndpointView endpoint = endpoint(receiver, "*");

      assertThatThrownBy(
              () ->
                  realm.in(
                      tenant,
                      () -> {
                        work.step(
                            "test",
                            () -> {
                              events.publish(new TestFact(EventType.DEAL_WON, ids.next(), 1));
                              throw new Refusal.NotFound("no");
                            });
                        return true;
                      }))
          .isInstanceOf(Refusal.NotFound.class);
      realm.publish(tenant, "deal.lost");

      awaitOnly(endpoint, DeliveryState.DELIVERED);
      assertThat(receiver.requests())
          .singleElement()
          .satisfies(r -> assertThat(r.body()).contains("deal.lost"));
    }
  }

  @Test
  void shouldSignWithBothSecretsWhileOneReplacesTheOther() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      WebhookEndpointView endpoint = endpoint(receiver, "*");
      String next =
          realm.in(
              tenant,
              () ->
                  endpoints
                      .rotateSecret(new RotateWebhookSecret(endpoint.id(), null, null, null))
                      .view()
                      .secret());

      realm.publish(tenant, "deal.won");

      awaitOnly(endpoint, DeliveryState.DELIVERED);
      Receiver.Request request = receiver.requests().getFirst();
      assertThat(next).isNotEqualTo(endpoint.secret());
      request.verify(endpoint.secret(), clock.instant());
      request.verify(next, clock.instant());
    }
  }

  @Test
  void shouldSendASampleWhateverTheEndpointWants() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      WebhookEndpointView endpoint = endpoint(receiver, "deal.won");

      realm.in(tenant, () -> deliveries.test(new TestWebhookEndpoint(endpoint.id(), null)));

      awaitOnly(endpoint, DeliveryState.DELIVERED);
      Receiver.Request request = receiver.requests().getFirst();
      request.verify(endpoint.secret(), clock.instant());
      assertThat(request.body()).contains("\"type\":\"endpoint.tested\"").contains(endpoint.id());
    }
  }

  @Test
  void shouldRefuseMoreEndpointsThanATenantMayHave() {
    int most = settings.endpointsPerTenant();
    for (int i = 0; i < most; i++) {
      create("http://127.0.0.1:9/" + i, "payout.created");
    }

    assertThatThrownBy(() -> create("http://127.0.0.1:9/more", "payout.created"))
        .isInstanceOfSatisfying(
            Refusal.Rule.class,
            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_ENDPOINTS));
  }

  /**
   * What hangs was due first and takes the engine more than SOON, four at a time. So the others
   * come in time only if they need not wait for it, and none of it can have ended before they came.
   */
  @Test
  void shouldNotHoldUpOthersWhenOneReceiverHangs() {
    int backlog = 80;
    CountDownLatch hangs = new CountDownLatch(1);
    try (Receiver hanging =
            new Receiver(
                (exchange, number) -> {
                  hangs.await();
                  exchange.sendResponseHeaders(200, -1);
                });
        Receiver healthy = Receiver.answering(200)) {
      WebhookEndpointView stuck = endpoint(hanging, "deal.lost");
      WebhookEndpointView free = endpoint(healthy, "deal.won");
      realm.publish(tenant, Collections.nCopies(backlog, "deal.lost").toArray(String[]::new));
      await().atMost(SOON).until(() -> !hanging.requests().isEmpty());

      for (int i = 0; i < 30; i++) {
        realm.publish(tenant, "deal.won");
      }

      await()
          .atMost(SOON)
          .until(() -> states(free).equals(Collections.nCopies(30, DeliveryState.DELIVERED)));
      assertThat(hanging.requests()).hasSizeLessThan(backlog);
      assertThat(page(stuck, DeliveryState.DELIVERED)).isEmpty();
    } finally {
      hangs.countDown();
    }
  }

  /** Each once: on a slow machine an attempt may end too late, and come again. */
  private static Set<String> events(Receiver receiver) {
    return receiver.requests().stream()
        .map(request -> request.header("webhook-id"))
        .collect(Collectors.toSet());
  }

  private WebhookEndpointView endpoint(Receiver receiver, String... types) {
    return create(receiver.url(), types);
  }

  private WebhookEndpointView create(String url, String... types) {
    return realm.in(tenant, () -> endpoints.create(TestEndpoints.at(url, types)).view());
  }

  private WebhookEndpointView read(WebhookEndpointView endpoint) {
    return realm.in(tenant, () -> endpoints.get(endpoint.id()));
  }

  private void transition(WebhookEndpointView endpoint, EndpointAction action) {
    realm.in(
        tenant,
        () -> endpoints.transition(new TransitionWebhookEndpoint(endpoint.id(), action, null)));
  }

  private DeliveryView resend(DeliveryView delivery) {
    return realm
        .in(
            tenant,
            () ->
                deliveries.transition(
                    new TransitionDelivery(
                        delivery.id(), TransitionDelivery.RequestedAction.RESEND, null)))
        .view();
  }

  private DeliveryView awaitOnly(WebhookEndpointView endpoint, DeliveryState state) {
    await().atMost(SOON).until(() -> states(endpoint).equals(List.of(state)));
    return page(endpoint, state).getFirst();
  }

  private List<DeliveryState> states(WebhookEndpointView endpoint) {
    return page(endpoint, null).stream().map(DeliveryView::state).toList();
  }

  private List<DeliveryView> page(WebhookEndpointView endpoint, DeliveryState state) {
    return realm
        .in(tenant, () -> deliveries.list(endpoint.id(), state, PageRequest.parse(null, null)))
        .data();
  }

  private List<DeliveryAttemptView> attempts(DeliveryView delivery) {
    return realm
        .in(tenant, () -> deliveries.attempts(delivery.id(), PageRequest.parse(null, null)))
        .data();
  }
}
