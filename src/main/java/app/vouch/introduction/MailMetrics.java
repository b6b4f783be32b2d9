package app.vouch.introduction;

import app.vouch.platform.mail.MailResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code vouch_mails_total{outcome}} per replica, and {@code vouch_mails_wait_seconds} of the whole
 * installation, as old as the last sample.
 */
@ApplicationScoped
class MailMetrics {
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final MailQueueService queue;
  private final MeterRegistry registry;
  private final AtomicLong oldestWait = new AtomicLong();

  /** Of the worker's loop only. */
  private long sampleAt = System.nanoTime();

  MailMetrics(MailQueueService queue, MeterRegistry registry) {
    this.queue = queue;
    this.registry = registry;
    Gauge.builder("vouch.mails.wait", oldestWait, AtomicLong::get)
        .description("How long the oldest mail has been wanted that was tried and not taken")
        .baseUnit("seconds")
        .register(registry);
  }

  void attempted(MailResult result) {
    String outcome =
        switch (result) {
          case MailResult.Taken taken -> "sent";
          case MailResult.TryLater later -> later.reached() ? "put_off" : "unreachable";
          case MailResult.Refused refused -> "refused";
          case MailResult.Unknown unknown -> "unknown";
          case MailResult.Abandoned abandoned -> "abandoned";
        };
    Counter.builder("vouch.mails")
        .description("Attempts to hand a mail over, by what followed")
        .tag("outcome", outcome)
        .register(registry)
        .increment();
  }

  /** Asks the database, if the last answer is old. */
  void sample() {
    if (System.nanoTime() - sampleAt >= 0) {
      sampleAt = System.nanoTime() + EVERY.toNanos();
      oldestWait.set(queue.oldestWait().toSeconds());
    }
  }
}
