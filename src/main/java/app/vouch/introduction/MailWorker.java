package app.vouch.introduction;

import app.vouch.introduction.MailQueueService.Claimed;
import app.vouch.platform.access.Actor;
import app.vouch.platform.loop.BackgroundLoop;
import app.vouch.platform.mail.Mail.Mailbox;
import app.vouch.platform.mail.MailResult;
import app.vouch.platform.mail.MailServer;
import app.vouch.platform.tenant.TenantScope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Sends what is due, on every replica, a few mails at a time. Texts and links are made right
 * before, and no transaction is open while the mail server is spoken to.
 */
@ApplicationScoped
class MailWorker {
  private static final Logger LOG = Logger.getLogger(MailWorker.class);
  private static final Actor ACTOR = Actor.system("mail");
  private static final int AFTER_MIGRATION = 200;
  private static final int AT_ONCE = 4;
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);
  private static final Duration RECORD_PAUSE = Duration.ofSeconds(1);

  private final MailQueueService queue;
  private final MailSendingService sending;
  private final MailServer server;
  private final MailMetrics metrics;
  private final MailSettings settings;
  private final TenantScope scope;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
  private final BackgroundLoop loop;

  MailWorker(
      MailQueueService queue,
      MailSendingService sending,
      MailServer server,
      MailMetrics metrics,
      MailSettings settings,
      TenantScope scope) {
    this.queue = queue;
    this.sending = sending;
    this.server = server;
    this.metrics = metrics;
    this.settings = settings;
    this.scope = scope;
    this.loop = new BackgroundLoop("mail", settings.polling(), this::round);
  }

  void start(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) {
    loop.start();
  }

  /** What is being sent may end; the rest is taken by another replica after its lease. */
  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    loop.stop(STOP_WAIT);
    senders.shutdown();
    if (!senders.awaitTermination(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.info("mails are still being sent; what is not handed over is sent after the lease");
    }
  }

  /** Whether there is more to do at once. */
  private boolean round() throws InterruptedException {
    metrics.sample();
    if (!free.tryAcquire(settings.polling().toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    int places = 1 + free.drainPermits();
    List<Claimed> claimed = List.of();
    try {
      claimed = queue.take(places, settings.lease());
    } finally {
      free.release(places - claimed.size());
    }
    claimed.forEach(mail -> senders.execute(() -> sendAndRelease(mail)));
    return !claimed.isEmpty();
  }

  private void sendAndRelease(Claimed claimed) {
    try {
      send(claimed);
    } catch (RuntimeException | Error e) {
      LOG.errorf(e, "sending the mail %s broke; it is taken up again after its lease", claimed);
    } finally {
      free.release();
    }
  }

  /** One attempt. */
  void send(Claimed claimed) {
    long end = System.nanoTime() + settings.lease().toNanos();
    Optional<Mailbox> recipient = in(claimed, () -> sending.begin(claimed));
    if (recipient.isPresent()) {
      MailResult result =
          server.send(
              recipient.get(),
              () -> in(claimed, () -> sending.write(claimed)),
              () -> in(claimed, () -> sending.handOver(claimed)));
      metrics.attempted(result);
      record(claimed, result, end);
      if (result instanceof MailResult.Taken) {
        run(claimed, () -> sending.complete(claimed));
      }
    }
  }

  /** What the mail server said is known here only, so it is written down until that succeeds. */
  private void record(Claimed claimed, MailResult result, long end) {
    while (true) {
      try {
        run(claimed, () -> sending.record(claimed, result));
        return;
      } catch (RuntimeException e) {
        if (System.nanoTime() - end >= 0 || senders.isShutdown()) {
          throw e;
        }
        LOG.warnf(e, "recording %s of the mail %s failed; it is tried again", result, claimed);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RECORD_PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while recording a mail", e);
    }
  }

  private void run(Claimed claimed, Runnable step) {
    scope.run(claimed.tenantId(), ACTOR, requestId(claimed), step);
  }

  private <T> T in(Claimed claimed, Supplier<T> step) {
    return scope.call(claimed.tenantId(), ACTOR, requestId(claimed), step);
  }

  private static String requestId(Claimed claimed) {
    return "mail_" + claimed.mailId();
  }
}
