package app.vouch.delivery.dispatch;

import app.vouch.platform.loop.BackgroundLoop;
import app.vouch.platform.persistence.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * Gathers attempts that are over and has them recorded in batches, so that many senders need one
 * connection. What the database does not take now is tried again until it does.
 */
@ApplicationScoped
class Completer {
  private static final Logger LOG = Logger.getLogger(Completer.class);
  private static final int BATCH = 100;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** An attempt, and what to do once it is recorded. */
  private record Over(AttemptResult result, Runnable recorded) {}

  private final Completions completions;
  private final DeliveryMetrics metrics;
  private final BlockingQueue<Over> over = new LinkedBlockingQueue<>();
  private final List<Over> batch = new ArrayList<>();
  private final BackgroundLoop loop = new BackgroundLoop("delivery-completer", PAUSE, this::step);

  Completer(Completions completions, DeliveryMetrics metrics) {
    this.completions = completions;
    this.metrics = metrics;
  }

  void start() {
    loop.start();
  }

  void add(AttemptResult result, Runnable recorded) {
    over.add(new Over(result, recorded));
    loop.wake();
  }

  /** Records what is left, once; leases bring back what the database does not take. */
  void stop(Duration patience) {
    loop.stop(patience);
    while (step()) {
      // until nothing is left
    }
  }

  private synchronized boolean step() {
    over.drainTo(batch, BATCH - batch.size());
    if (batch.isEmpty()) {
      return false;
    }
    try {
      record(List.copyOf(batch));
    } catch (RuntimeException e) {
      if (batch.size() == 1 || Outage.behind(e).isPresent()) {
        throw e;
      }
      LOG.warn("attempts are recorded one by one, since together they could not be", e);
      recordEach();
    }
    return true;
  }

  private void record(List<Over> some) {
    completions.record(some.stream().map(Over::result).toList());
    some.forEach(
        one -> {
          metrics.attempted(one.result());
          one.recorded().run();
        });
    batch.removeAll(some);
  }

  /** What cannot be recorded waits, and keeps nothing else waiting. */
  private void recordEach() {
    RuntimeException last = null;
    for (Over one : List.copyOf(batch)) {
      try {
        record(List.of(one));
      } catch (RuntimeException e) {
        last = e;
      }
    }
    if (last != null) {
      throw last;
    }
  }
}
