package app.vouch.platform.timer;

import app.vouch.platform.loop.BackgroundLoop;
import app.vouch.platform.persistence.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** {@code vouch_timers_lag_seconds} of the whole installation, as old as the last sample. */
@ApplicationScoped
class TimerMetrics {
  private static final int AFTER_MIGRATION = 200;
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);
  private static final double MILLIS = 1e3;

  private final Sql sql;
  private final Clock clock;
  private final AtomicLong lagMillis = new AtomicLong();
  private final BackgroundLoop loop = new BackgroundLoop("timer-metrics", EVERY, this::sample);

  TimerMetrics(Sql sql, Clock clock, MeterRegistry registry) {
    this.sql = sql;
    this.clock = clock;
    Gauge.builder("vouch.timers.lag", lagMillis, lag -> lag.get() / MILLIS)
        .description("How late the oldest due timer is that nobody runs yet")
        .baseUnit("seconds")
        .register(registry);
  }

  void start(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    loop.stop(STOP_WAIT);
  }

  private boolean sample() {
    Instant now = clock.instant();
    Instant oldest =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    sql
                        .list(
                            """
                            select execution_time from scheduled_tasks
                            where picked = false and execution_time < ?
                            order by execution_time limit 1""",
                            row -> row.time("execution_time"),
                            now)
                        .stream()
                        .findFirst()
                        .orElse(now));
    lagMillis.set(Duration.between(oldest, now).toMillis());
    return false;
  }
}
