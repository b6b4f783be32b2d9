package app.vouch.delivery.dispatch;

import app.vouch.delivery.DeliveryState;
import app.vouch.delivery.EndpointState;
import app.vouch.platform.persistence.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What waits, of the whole installation, as old as the last sample: {@code
 * vouch_deliveries_ready_age_seconds}, {@code vouch_deliveries_queued{state}}, {@code
 * vouch_deliveries_dead}.
 */
@ApplicationScoped
class QueueDepth {
  private static final double MICROS = 1e6;
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final Sql sql;
  private final AtomicLong readyAgeMicros = new AtomicLong();
  private final AtomicLong scheduled = new AtomicLong();
  private final AtomicLong sending = new AtomicLong();
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong dead = new AtomicLong();

  /** Of the dispatcher's thread only. */
  private long sampleAt = System.nanoTime();

  QueueDepth(Sql sql, MeterRegistry registry) {
    this.sql = sql;
    Gauge.builder("vouch.deliveries.ready.age", readyAgeMicros, age -> age.get() / MICROS)
        .description("How long the oldest due delivery has waited")
        .baseUnit("seconds")
        .register(registry);
    queued("scheduled", scheduled, registry);
    queued("sending", sending, registry);
    queued("held", held, registry);
    Gauge.builder("vouch.deliveries.dead", dead, AtomicLong::get)
        .description("Deliveries that were given up")
        .register(registry);
  }

  private static void queued(String state, AtomicLong number, MeterRegistry registry) {
    Gauge.builder("vouch.deliveries.queued", number, AtomicLong::get)
        .description("Deliveries that are not over")
        .tag("state", state)
        .register(registry);
  }

  /** Asks the database, if the last answer is old. */
  void sample() {
    if (System.nanoTime() - sampleAt < 0) {
      return;
    }
    sampleAt = System.nanoTime() + EVERY.toNanos();
    QuarkusTransaction.requiringNew().run(this::read);
  }

  private void read() {
    readyAgeMicros.set(
        number(
            """
            select coalesce(greatest(0,
              timestampdiff(microsecond, min(due_at), utc_timestamp(6))), 0) as n
            from wh_ready"""));
    scheduled.set(number("select count(*) as n from wh_ready"));
    sending.set(number("select count(*) as n from wh_sending"));
    dead.set(number("select count(*) as n from wh_dead"));
    held.set(
        number(
            """
            select count(*) as n from webhook_endpoint e
            join delivery d on d.tenant_id = e.tenant_id and d.endpoint_id = e.id and d.state = ?
            where e.state <> ? or e.id in (select endpoint_id from wh_health
                                           where held_since is not null)""",
            DeliveryState.HELD,
            EndpointState.ENABLED));
  }

  private long number(String query, Object... parameters) {
    return sql.list(query, row -> row.number("n"), parameters).getFirst();
  }
}
