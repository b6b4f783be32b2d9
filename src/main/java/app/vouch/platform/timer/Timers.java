package app.vouch.platform.timer;

import app.vouch.platform.access.Actor;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.shared.IdType;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Timers are rows, written in the transaction that wants them. A timer's name says all there is to
 * know: tenant, resource, which; so scheduling it twice makes one.
 */
@ApplicationScoped
public class Timers {
  private static final Duration STOP_WAIT = Duration.ofSeconds(10);
  private static final double LOWER_FETCH_SHARE = 0.5;
  private static final double UPPER_FETCH_SHARE = 4.0;
  private static final int THREADS = 4;

  /** So a timer that a replica took along when it died is taken back after so many heartbeats. */
  private static final int MISSED_HEARTBEATS = 4;

  private static final int AFTER_MIGRATION = 200;

  private final DataSource database;
  private final RequestContext request;
  private final TenantScope scope;
  private final Clock clock;
  private final Duration polling;
  private final Duration heartbeat;
  private final Map<String, OneTimeTask<Void>> tasks;
  private final Scheduler scheduler;

  Timers(
      DataSource database,
      RequestContext request,
      TenantScope scope,
      Clock clock,
      @ConfigProperty(name = "vouch.timers.polling") Duration polling,
      @ConfigProperty(name = "vouch.timers.heartbeat") Duration heartbeat,
      @All List<TimedStep> steps) {
    this.database = database;
    this.request = request;
    this.scope = scope;
    this.clock = clock;
    this.polling = polling;
    this.heartbeat = heartbeat;
    this.tasks = steps.stream().collect(Collectors.toUnmodifiableMap(TimedStep::name, this::task));
    this.scheduler = scheduler();
  }

  private OneTimeTask<Void> task(TimedStep step) {
    return Tasks.oneTime(TaskDescriptor.of(step.name()))
        .execute((timer, context) -> fire(step, TimerName.parse(timer.getId())));
  }

  private void fire(TimedStep step, TimerName name) {
    scope.run(
        name.tenant(),
        Actor.system(step.name()),
        "timer_" + name.resourceId(),
        () -> step.run(name.resourceId(), name.which()));
  }

  private Scheduler scheduler() {
    return Scheduler.create(database, List.copyOf(tasks.values()))
        .pollingInterval(polling)
        .heartbeatInterval(heartbeat)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .threads(THREADS)
        .pollUsingLockAndFetch(LOWER_FETCH_SHARE, UPPER_FETCH_SHARE)
        .jdbcCustomization(new MySQL8JdbcCustomization(true))
        .shutdownMaxWait(STOP_WAIT)
        .clock(clock::instant)
        .build();
  }

  void start(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) {
    scheduler.start();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    scheduler.stop();
  }

  /** Inside the open transaction; a timer that exists already is left as it is. */
  public void schedule(String step, IdType type, UUID resourceId, String which, Instant at) {
    OneTimeTask<Void> task = tasks.get(step);
    if (task == null) {
      throw new IllegalArgumentException("no timed step is named " + step);
    }
    String name = new TimerName(request.tenantId(), type, resourceId, which).text();
    scheduler.schedule(task.instance(name), at);
  }
}
