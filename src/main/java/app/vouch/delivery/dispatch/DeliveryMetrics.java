package app.vouch.delivery.dispatch;

import app.vouch.platform.persistence.Sql;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code vouch_deliveries_total{outcome}} per replica; {@code vouch_deliveries_ready_age_seconds}
 * and {@code vouch_deliveries_dead} of the whole installation, as old as the last sample.
 */
@ApplicationScoped
class DeliveryMetrics {
  private static final double MICROS = 1e6;

  private static final Duration EVERY = Duration.ofSeconds(15);

  private final Sql sql;
  private final Map<Verdict, Counter> attempts = new EnumMap<>(Verdict.class);
  private final AtomicLong readyAgeMicros = new AtomicLong();
  private final AtomicLong dead = new AtomicLong();

  /** Of the dispatcher's thread only. */
  private long sampleAt = System.nanoTime();

  DeliveryMetrics(Sql sql, MeterRegistry registry) {
    this.sql = sql;
    for (Verdict verdict : Verdict.values()) {
      attempts.put(
          verdict,
          Counter.builder("vouch.deliveries")
              .description("Attempts to deliver an event, by what followed")
              .tag("outcome", verdict.label())
              .register(registry));
    }
    Gauge.builder("vouch.deliveries.ready.age", readyAgeMicros, age -> age.get() / MICROS)
        .description("How long the oldest due delivery has waited")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("vouch.deliveries.dead", dead, AtomicLong::get)
        .description("Deliveries that were given up")
        .register(registry);
  }

  void attempted(Verdict verdict) {
    Counter counter = attempts.get(verdict);
    if (counter != null) {
      counter.increment();
    }
  }

  /** Asks the database, if the last answer is old. */
  void sample() {
    if (System.nanoTime() - sampleAt < 0) {
      return;
    }
    sampleAt = System.nanoTime() + EVERY.toNanos();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              readyAgeMicros.set(
                  number(
                      """
                      select coalesce(greatest(0,
                        timestampdiff(microsecond, min(due_at), utc_timestamp(6))), 0) as n
                      from wh_ready"""));
              dead.set(number("select count(*) as n from wh_dead"));
            });
  }

  private long number(String query) {
    return sql.list(query, row -> row.number("n")).getFirst();
  }
}
