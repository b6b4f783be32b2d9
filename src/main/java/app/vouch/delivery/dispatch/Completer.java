package app.vouch.delivery.dispatch;

import app.vouch.platform.loop.BackgroundLoop;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Gathers attempts that are over and has them recorded in batches, so that many senders need one
 * connection. What the database does not take now is tried again until it does.
 */
@ApplicationScoped
class Completer {
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
    completions.record(batch.stream().map(Over::result).toList());
    batch.forEach(
        one -> {
          metrics.attempted(one.result());
          one.recorded().run();
        });
    batch.clear();
    return true;
  }
}
