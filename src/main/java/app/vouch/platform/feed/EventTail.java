package app.vouch.platform.feed;

import app.vouch.platform.event.EventFeed;
import app.vouch.platform.loop.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Tells all who follow the log on this replica that it has grown, wherever it was written: one
 * small query for all of them, and none while nobody waits.
 */
@ApplicationScoped
class EventTail {
  private static final int AFTER_MIGRATION = 200;
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);

  /** Who waits so long looks for itself. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final EventFeed feed;
  private final BackgroundLoop loop;
  private @Nullable CompletableFuture<@Nullable Void> growth;
  private long seen;

  EventTail(EventFeed feed, @ConfigProperty(name = "vouch.events.tail") Duration polling) {
    this.feed = feed;
    this.loop = new BackgroundLoop("event-tail", polling, this::look);
  }

  void start(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    loop.stop(STOP_WAIT);
  }

  /** Completes when the log has grown since this call, or a little later than never. */
  synchronized CompletableFuture<@Nullable Void> growth() {
    if (growth == null) {
      growth = new CompletableFuture<>();
    }
    return growth.copy().completeOnTimeout(null, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean look() {
    if (isAwaited()) {
      long end = feed.end();
      if (end != seen) {
        seen = end;
        tell();
      }
    }
    return false;
  }

  private synchronized boolean isAwaited() {
    return growth != null;
  }

  private void tell() {
    CompletableFuture<@Nullable Void> told;
    synchronized (this) {
      told = growth;
      growth = null;
    }
    if (told != null) {
      told.complete(null);
    }
  }
}
