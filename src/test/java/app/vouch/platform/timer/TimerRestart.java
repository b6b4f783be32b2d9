package app.vouch.platform.timer;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.tenant.TenantScope;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Ends the timers as the end of the process does, and begins with new ones that know nothing but
 * what the database holds.
 */
@ApplicationScoped
public class TimerRestart {
  private final DataSource database;
  private final RequestContext request;
  private final TenantScope scope;
  private final Clock clock;
  private final Duration polling;
  private final Duration heartbeat;
  private final List<TimedStep> steps;
  private final Timers first;
  private @Nullable Timers next;

  TimerRestart(
      DataSource database,
      RequestContext request,
      TenantScope scope,
      Clock clock,
      @ConfigProperty(name = "vouch.timers.polling") Duration polling,
      @ConfigProperty(name = "vouch.timers.heartbeat") Duration heartbeat,
      @All List<TimedStep> steps,
      Timers first) {
    this.database = database;
    this.request = request;
    this.scope = scope;
    this.clock = clock;
    this.polling = polling;
    this.heartbeat = heartbeat;
    this.steps = steps;
    this.first = first;
  }

  public synchronized void restart() {
    Timers present = next == null ? first : next;
    present.stop(new ShutdownEvent());
    Timers fresh = new Timers(database, request, scope, clock, polling, heartbeat, steps);
    fresh.start(new StartupEvent());
    next = fresh;
  }

  synchronized void stop(@Observes @Priority(1) ShutdownEvent event) {
    if (next != null) {
      next.stop(event);
    }
  }
}
