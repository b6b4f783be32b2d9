package app.vouch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestRealm;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Uuid7;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an endpoint's order, concurrency and rate promise. */
@QuarkusTest
@Timeout(180)
class OrderTest {
  private static final Duration SOON = Duration.ofSeconds(90);

  @Inject TestRealm realm;
  @Inject WebhookEndpointService endpoints;
  @Inject DeliveryService deliveries;
  @Inject ObjectMapper json;
  @Inject Uuid7 ids;

  private WebhookEndpointView endpoint(UUID tenant, Receiver receiver, Map<String, ?> options) {
    return realm.in(
        tenant, () -> endpoints.create(TestEndpoints.with(options, receiver.url(), "*")).view());
  }

  private boolean isOver(UUID tenant, WebhookEndpointView endpoint, int number) {
    List<DeliveryView> all =
        realm
            .in(tenant, () -> deliveries.list(endpoint.id(), null, PageRequest.parse("200", null)))
            .data();
    return all.size() == number
        && all.stream()
            .allMatch(d -> d.state() == DeliveryState.DELIVERED || d.state() == DeliveryState.DEAD);
  }

  @Test
  void shouldSendEachResourcesEventsInTheirOrderOverRetries() throws Exception {
    UUID tenant = realm.make();
    List<UUID> resources = List.of(ids.next(), ids.next(), ids.next(), ids.next());
    try (Receiver receiver =
        new Receiver(
            (exchange, number) -> exchange.sendResponseHeaders(number % 3 == 0 ? 503 : 200, -1))) {
      WebhookEndpointView endpoint =
          endpoint(tenant, receiver, Map.of("ordered", true, "concurrency", 10));
      for (int i = 0; i < 10; i++) {
        for (UUID resource : resources) {
          realm.publish(tenant, resource, "deal.won", "deal.reopened");
        }
      }

      await().atMost(SOON).until(() -> isOver(tenant, endpoint, 80));

      Map<String, List<Long>> seen = new HashMap<>();
      for (Receiver.Request request : receiver.requests()) {
        JsonNode event = json.readTree(request.body());
        seen.computeIfAbsent(event.at("/resource/id").asText(), r -> new ArrayList<>())
            .add(event.path("sequence").asLong());
      }
      assertThat(seen).hasSize(resources.size());
      assertThat(receiver.requests()).hasSizeGreaterThan(80);
      assertThat(seen.values())
          .allSatisfy(
              sequence -> {
                assertThat(sequence).isSorted();
                assertThat(Set.copyOf(sequence)).hasSize(20);
              });
    }
  }

  @Test
  void shouldHaveNoMoreUnderWayThanTheEndpointTakes() {
    UUID tenant = realm.make();
    AtomicInteger present = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Receiver receiver =
        new Receiver(
            (exchange, number) -> {
              most.accumulateAndGet(present.incrementAndGet(), Math::max);
              Thread.sleep(50);
              present.decrementAndGet();
              exchange.sendResponseHeaders(200, -1);
            })) {
      WebhookEndpointView endpoint = endpoint(tenant, receiver, Map.of("concurrency", 3));
      for (int i = 0; i < 40; i++) {
        realm.publish(tenant, "deal.won");
      }

      await().atMost(SOON).until(() -> isOver(tenant, endpoint, 40));
      assertThat(most.get()).isBetween(2, 3);
    }
  }

  @Test
  void shouldKeepToTheRateOfTheEndpoint() {
    UUID tenant = realm.make();
    List<Long> times = new ArrayList<>();
    try (Receiver receiver =
        new Receiver(
            (exchange, number) -> {
              synchronized (times) {
                times.add(System.nanoTime());
              }
              exchange.sendResponseHeaders(200, -1);
            })) {
      WebhookEndpointView endpoint =
          endpoint(tenant, receiver, Map.of("concurrency", 10, "maxPerMinute", 300));
      for (int i = 0; i < 20; i++) {
        realm.publish(tenant, "deal.won");
      }

      await().atMost(SOON).until(() -> isOver(tenant, endpoint, 20));

      Duration took = Duration.ofNanos(times.getLast() - times.getFirst());
      assertThat(took).isGreaterThan(Duration.ofMillis(2_800));
    }
  }
}
