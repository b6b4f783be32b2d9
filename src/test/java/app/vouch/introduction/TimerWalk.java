package app.vouch.introduction;

import static org.awaitility.Awaitility.await;

import app.vouch.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Moves the clock from timer to timer, so that each fires at its time and not in a crowd. */
@ApplicationScoped
public class TimerWalk {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final EntityManager entities;
  private final TestClock moved;
  private final Clock clock;

  TimerWalk(EntityManager entities, TestClock moved, Clock clock) {
    this.entities = entities;
    this.moved = moved;
    this.clock = clock;
  }

  /** A timer as it is stored. */
  record Timer(String step, String name, Instant at) {
    boolean isOf(String introduction) {
      return name.contains(":" + introduction + ":");
    }

    String which() {
      return name.substring(name.lastIndexOf(':') + 1);
    }
  }

  Instant now() {
    return clock.instant();
  }

  /** The tenant's timers, the next first. */
  List<Timer> timers(String tenant) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<?> rows =
                  entities
                      .createNativeQuery(
                          "select task_name, task_instance, cast(execution_time as char)"
                              + " from scheduled_tasks where task_instance like ?"
                              + " order by execution_time, task_name, task_instance",
                          Object[].class)
                      .setParameter(1, tenant + ":%")
                      .getResultList();
              return rows.stream().map(Object[].class::cast).map(TimerWalk::timer).toList();
            });
  }

  private static Timer timer(Object[] row) {
    LocalDateTime at = LocalDateTime.parse(String.valueOf(row[2]).replace(' ', 'T'));
    return new Timer(String.valueOf(row[0]), String.valueOf(row[1]), at.toInstant(ZoneOffset.UTC));
  }

  /** The times of an introduction's timers of one step, in their order. */
  List<Instant> times(String tenant, String step, String introduction) {
    return timers(tenant).stream()
        .filter(timer -> timer.step().equals(step) && timer.isOf(introduction))
        .map(Timer::at)
        .toList();
  }

  /** Lets every timer of the tenant up to a moment fire at its own time, then goes there. */
  void to(String tenant, Instant end) {
    Optional<Timer> next = next(tenant, end);
    while (next.isPresent()) {
      Timer timer = next.get();
      jump(timer.at().plusMillis(1));
      await(timer.toString()).atMost(SOON).until(() -> !timers(tenant).contains(timer));
      next = next(tenant, end);
    }
    jump(end);
  }

  private Optional<Timer> next(String tenant, Instant end) {
    return timers(tenant).stream().findFirst().filter(timer -> !timer.at().isAfter(end));
  }

  /** Past all that is due in between, as after an outage. */
  void jump(Instant to) {
    Duration by = Duration.between(now(), to);
    if (by.isPositive()) {
      moved.advance(by);
    }
  }
}
