package app.vouch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestClock;
import app.vouch.TestRealm;
import app.vouch.platform.event.EventFeed;
import app.vouch.platform.event.EventTypeFilter;
import app.vouch.shared.PageRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of an endpoint, and of what waits for it, when attempts fail in a row. */
@QuarkusTest
@Timeout(300)
class FailingEndpointTest {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Duration PROBE = Duration.ofMinutes(5).plusSeconds(1);

  @Inject TestRealm realm;
  @Inject TestClock clock;
  @Inject WebhookEndpointService endpoints;
  @Inject EndpointHealthService healths;
  @Inject DeliveryService deliveries;
  @Inject EventFeed feed;
  @Inject ObjectMapper json;

  private final AtomicInteger answer = new AtomicInteger(403);
  private UUID tenant;

  @BeforeEach
  void makeTenant() {
    tenant = realm.make();
  }

  private Receiver receiver() {
    return new Receiver((exchange, number) -> exchange.sendResponseHeaders(answer.get(), -1));
  }

  private WebhookEndpointView endpoint(Receiver receiver) {
    return realm.in(
        tenant,
        () ->
            endpoints
                .create(TestEndpoints.with(Map.of("concurrency", 1), receiver.url(), "deal.*"))
                .view());
  }

  private EndpointHealthView health(WebhookEndpointView endpoint) {
    return realm.in(tenant, () -> healths.get(endpoint.id()));
  }

  private void awaitHealth(WebhookEndpointView endpoint, HealthState state) {
    await().atMost(SOON).until(() -> health(endpoint).state() == state);
  }

  private void awaitProbe(Receiver receiver, int requests) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(receiver.requests()).hasSizeGreaterThanOrEqualTo(requests));
  }

  private List<DeliveryView> all(WebhookEndpointView endpoint) {
    return realm
        .in(tenant, () -> deliveries.list(endpoint.id(), null, PageRequest.parse("200", null)))
        .data();
  }

  private boolean areAll(WebhookEndpointView endpoint, DeliveryState state) {
    return all(endpoint).stream().allMatch(d -> d.state() == state);
  }

  private Stream<JsonNode> told() {
    return realm
        .in(tenant, () -> feed.after(null, new EventTypeFilter(List.of("endpoint.*")), 50))
        .stream()
        .map(
            event -> {
              try {
                return json.readTree(event.body());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private List<String> types() {
    return told().map(event -> event.path("type").asText()).toList();
  }

  /** Twenty events for an endpoint that answers with errors, until it is held. */
  private WebhookEndpointView held(Receiver receiver) {
    WebhookEndpointView endpoint = endpoint(receiver);
    for (int i = 0; i < 20; i++) {
      realm.publish(tenant, "deal.won");
    }
    awaitHealth(endpoint, HealthState.HELD);
    await()
        .atMost(SOON)
        .until(
            () ->
                all(endpoint).stream()
                    .allMatch(
                        d -> d.state() == DeliveryState.HELD || d.state() == DeliveryState.DEAD));
    return endpoint;
  }

  @Test
  void shouldHoldWhenRefusedThriceAndSendEverythingOnceAProbeArrives() {
    try (Receiver receiver = receiver()) {
      WebhookEndpointView endpoint = held(receiver);
      assertThat(receiver.requests()).hasSize(3);
      assertThat(health(endpoint).heldReason()).isEqualTo(HeldReason.CREDENTIALS);
      assertThat(health(endpoint).lastStatus()).isEqualTo(403);
      assertThat(health(endpoint).disablesAt()).isNotNull();
      await().atMost(SOON).until(() -> types().equals(List.of("endpoint.failing")));
      assertThat(told().toList().getFirst().at("/data/health/failures").asInt()).isEqualTo(3);

      clock.advance(PROBE);
      awaitProbe(receiver, 4);
      awaitHealth(endpoint, HealthState.HELD);
      answer.set(200);
      clock.advance(PROBE);

      awaitHealth(endpoint, HealthState.HEALTHY);
      int dead = health(endpoint).dead();
      await()
          .atMost(SOON)
          .until(
              () ->
                  all(endpoint).stream().filter(d -> d.state() == DeliveryState.DELIVERED).count()
                      == 20 - dead);
      await()
          .atMost(SOON)
          .until(() -> types().equals(List.of("endpoint.failing", "endpoint.recovered")));
    }
  }

  @Test
  void shouldRecoverAlthoughTheReceiverDislikesOneEventForEver() {
    AtomicReference<@Nullable String> disliked = new AtomicReference<>();
    try (Receiver receiver =
        new Receiver(
            (exchange, number) -> {
              String event = exchange.getRequestHeaders().getFirst("webhook-id");
              disliked.compareAndSet(null, event);
              int status = answer.get() == 200 && event.equals(disliked.get()) ? 400 : answer.get();
              exchange.sendResponseHeaders(status, -1);
            })) {
      WebhookEndpointView endpoint = held(receiver);
      answer.set(200);

      for (int probes = 0; health(endpoint).state() == HealthState.HELD && probes < 3; probes++) {
        int before = receiver.requests().size();
        clock.advance(PROBE);
        awaitProbe(receiver, before + 1);
      }

      awaitHealth(endpoint, HealthState.HEALTHY);
    }
  }

  @Test
  void shouldSpendNoTryOnAProbe() {
    try (Receiver receiver = receiver()) {
      WebhookEndpointView endpoint = held(receiver);
      int dead = health(endpoint).dead();

      for (int i = 0; i < 5; i++) {
        clock.advance(PROBE);
        awaitProbe(receiver, 4 + i);
        await().atMost(SOON).until(() -> health(endpoint).held() == 20 - dead);
      }

      assertThat(health(endpoint).dead()).isEqualTo(dead);
      assertThat(health(endpoint).failures()).isEqualTo(8);
    }
  }

  @Test
  void shouldSendWhatWasHeldWhenTheAddressIsCorrected() {
    try (Receiver receiver = receiver();
        Receiver corrected = Receiver.answering(200)) {
      WebhookEndpointView endpoint = held(receiver);

      realm.in(
          tenant,
          () ->
              endpoints.update(
                  TestEndpoints.change(endpoint.id(), Map.of("url", corrected.url()))));

      await().atMost(SOON).until(() -> areAll(endpoint, DeliveryState.DELIVERED));
      assertThat(corrected.requests()).hasSize(20);
    }
  }

  @Test
  void shouldProbeNothingWhilePausedAndSendEverythingWhenResumed() {
    try (Receiver receiver = receiver()) {
      WebhookEndpointView endpoint = held(receiver);
      transition(endpoint, EndpointAction.PAUSE);
      clock.advance(PROBE);
      await().during(Duration.ofSeconds(3)).until(() -> receiver.requests().size() == 3);
      answer.set(200);

      transition(endpoint, EndpointAction.RESUME);

      await().atMost(SOON).until(() -> areAll(endpoint, DeliveryState.DELIVERED));
      assertThat(health(endpoint).state()).isEqualTo(HealthState.HEALTHY);
    }
  }

  private void transition(WebhookEndpointView endpoint, EndpointAction action) {
    realm.in(
        tenant,
        () -> endpoints.transition(new TransitionWebhookEndpoint(endpoint.id(), action, null)));
  }

  @Test
  void shouldGiveNothingUpWithTheTryThatHoldsTheEndpoint() {
    try (Receiver receiver = receiver()) {
      WebhookEndpointView endpoint = endpoint(receiver);
      realm.publish(tenant, "deal.won");
      await().atMost(SOON).until(() -> areAll(endpoint, DeliveryState.HELD));
      assertThat(receiver.requests()).hasSize(3);
      answer.set(200);
      clock.advance(PROBE);

      await().atMost(SOON).until(() -> areAll(endpoint, DeliveryState.DELIVERED));
    }
  }

  @Test
  void shouldWarnThriceAndDisableAfterFiveDaysOfFailure() {
    try (Receiver receiver = receiver()) {
      WebhookEndpointView endpoint = held(receiver);
      List<Duration> notices =
          List.of(
              // Half of five days, after twelve hours; then 70 and 90 %.
              Duration.ofHours(12 + 60).plusMinutes(10),
              Duration.ofHours(24),
              Duration.ofHours(24));
      int warned = 1;
      for (Duration next : notices) {
        clock.advance(next.minusMinutes(20));
        int expected = warned;
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> types().size() == expected);
        clock.advance(Duration.ofMinutes(20));
        warned++;
        int more = warned;
        await().atMost(SOON).until(() -> types().size() == more);
      }
      assertThat(types()).containsOnly("endpoint.failing");

      clock.advance(Duration.ofHours(13));

      await().atMost(SOON).until(() -> types().contains("endpoint.disabled"));
      WebhookEndpointView disabled = realm.in(tenant, () -> endpoints.get(endpoint.id()));
      assertThat(disabled.state()).isEqualTo(EndpointState.DISABLED);
      assertThat(disabled.disabledReason()).isEqualTo(DisabledReason.CREDENTIALS);
      assertThat(health(endpoint).held()).isPositive();

      answer.set(200);
      transition(endpoint, EndpointAction.ENABLE);
      await().atMost(SOON).until(() -> health(endpoint).held() == 0);
    }
  }
}
