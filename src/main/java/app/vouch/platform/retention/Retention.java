package app.vouch.platform.retention;

import app.vouch.platform.loop.BackgroundLoop;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sweeps from time to time, in short transactions. Replicas that sweep at once pass over each
 * other's rows. Counts in {@code vouch_retention_removed_total{what}}.
 */
@ApplicationScoped
class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final int AFTER_MIGRATION = 200;
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);

  private final List<Expiring> kinds;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final BackgroundLoop loop;
  private final Map<Expiring, UUID> places = new HashMap<>();

  Retention(
      Instance<Expiring> kinds,
      MeterRegistry metrics,
      Clock clock,
      @ConfigProperty(name = "vouch.retention.polling") Duration polling) {
    this.kinds = kinds.stream().toList();
    this.metrics = metrics;
    this.clock = clock;
    this.loop = new BackgroundLoop("retention", polling, this::step);
  }

  void start(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    loop.stop(STOP_WAIT);
  }

  /** One batch of each kind. Whether there may be more. */
  synchronized boolean step() {
    boolean more = false;
    for (Expiring kind : kinds) {
      more |= step(kind);
    }
    return more;
  }

  private boolean step(Expiring kind) {
    UUID place = places.getOrDefault(kind, Expiring.START);
    Expiring.Step done =
        QuarkusTransaction.requiringNew()
            .call(() -> kind.remove(clock.instant().minus(kind.keep()), place));
    metrics.counter("vouch.retention.removed", "what", kind.what()).increment(done.removed());
    if (done.removed() > 0) {
      LOG.debugf("removed %d %s that were kept for %s", done.removed(), kind.what(), kind.keep());
    }
    done.last().ifPresentOrElse(last -> places.put(kind, last), () -> places.remove(kind));
    return done.last().isPresent();
  }
}
