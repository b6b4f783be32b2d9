package app.vouch.platform.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.vouch.TestClock;
import app.vouch.platform.access.Actor;
import app.vouch.platform.access.Caller;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimersTest {

  /** Remembers what fired. */
  @ApplicationScoped
  @Unremovable
  static class Remember implements TimedStep {
    static final String NAME = "test-remember";

    private final Map<UUID, Integer> fired = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> tenants = new ConcurrentHashMap<>();
    private final RequestContext request;

    Remember(RequestContext request) {
      this.request = request;
    }

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public void run(UUID resourceId, String which) {
      tenants.put(resourceId, request.tenantId());
      fired.merge(resourceId, 1, Integer::sum);
    }

    @Nullable UUID tenantOf(UUID id) {
      return tenants.get(id);
    }

    int times(UUID id) {
      return fired.getOrDefault(id, 0);
    }
  }

  @Inject Timers timers;
  @Inject Remember remember;
  @Inject TenantScope scope;
  @Inject Work work;
  @Inject Uuid7 ids;
  @Inject Clock clock;
  @Inject TestClock testClock;
  @Inject EntityManager entities;

  @Test
  void shouldFireOnceInItsTenantWhenItsTimeHasCome() {
    UUID id = ids.next();
    schedule(id, Duration.ofDays(40));
    schedule(id, Duration.ofDays(40));
    assertThat(rows(id)).isEqualTo(1);

    testClock.advance(Duration.ofDays(41));

    await().atMost(Duration.ofSeconds(60)).until(() -> rows(id) == 0);
    assertThat(remember.times(id)).isEqualTo(1);
    assertThat(remember.tenantOf(id)).isEqualTo(Caller.OPERATORS_REALM);
  }

  @Test
  void shouldVanishWhenTheTransactionRollsBack() {
    UUID id = ids.next();

    assertThatThrownBy(
            () ->
                scope.run(
                    Caller.OPERATORS_REALM,
                    Actor.system("test"),
                    "test",
                    () ->
                        work.step(
                            "test",
                            () -> {
                              set(id, Duration.ZERO);
                              throw new IllegalStateException("rolled back");
                            })))
        .hasMessage("rolled back");

    assertThat(rows(id)).isZero();
    assertThat(remember.times(id)).isZero();
  }

  private void schedule(UUID id, Duration in) {
    scope.run(
        Caller.OPERATORS_REALM,
        Actor.system("test"),
        "test",
        () -> work.step("test", () -> set(id, in)));
  }

  private void set(UUID id, Duration in) {
    timers.schedule(Remember.NAME, IdType.JOB, id, "1", clock.instant().plus(in));
  }

  private long rows(UUID id) {
    return scope.call(
        Caller.OPERATORS_REALM,
        Actor.system("test"),
        "test",
        () ->
            ((Number)
                    entities
                        .createNativeQuery(
                            "select count(*) from scheduled_tasks where task_instance like :name")
                        .setParameter("name", "%" + IdType.JOB.format(id) + "%")
                        .getSingleResult())
                .longValue());
  }
}
