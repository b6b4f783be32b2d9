package app.vouch.delivery.dispatch;

import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this replica's attempts came to: {@code vouch_deliveries_total{outcome}}, {@code
 * vouch_endpoint_attempts_total{endpoint,outcome}} and {@code vouch_delivery_lag_seconds}.
 */
@ApplicationScoped
class DeliveryMetrics {

  /** Endpoints with a label of their own; the attempts of further ones count under "other". */
  private static final int MOST_ENDPOINTS = 1_000;

  private final MeterRegistry registry;
  private final Map<Verdict, Counter> attempts = new EnumMap<>(Verdict.class);
  private final Set<UUID> endpoints = ConcurrentHashMap.newKeySet();
  private final Timer lag;

  DeliveryMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (Verdict verdict : Verdict.values()) {
      attempts.put(
          verdict,
          Counter.builder("vouch.deliveries")
              .description("Attempts to deliver an event, by what followed")
              .tag("outcome", verdict.label())
              .register(registry));
    }
    lag =
        Timer.builder("vouch.delivery.lag")
            .description("From the making of a delivery to the beginning of its first attempt")
            .serviceLevelObjectives(
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(250),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5))
            .register(registry);
  }

  void attempted(AttemptResult result) {
    Objects.requireNonNull(attempts.get(result.verdict())).increment();
    registry
        .counter(
            "vouch.endpoint.attempts",
            "endpoint",
            label(result.claim().lane().endpointId()),
            "outcome",
            result.verdict().label())
        .increment();
    if (result.claim().attempts() == 0) {
      Duration waited =
          Duration.between(Uuid7.madeAt(result.claim().deliveryId()), result.startedAt());
      lag.record(waited.isNegative() ? Duration.ZERO : waited);
    }
  }

  private String label(UUID endpoint) {
    boolean known =
        endpoints.contains(endpoint)
            || (endpoints.size() < MOST_ENDPOINTS && endpoints.add(endpoint));
    return known ? IdType.WEBHOOK_ENDPOINT.format(endpoint) : "other";
  }
}
