package app.vouch.platform.event;

import app.vouch.platform.loop.BackgroundLoop;
import app.vouch.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives committed events their place in the feed. Every replica tries; the lock of one row decides
 * whose turn it is, so positions rise in the order in which readers come to see them. Across
 * tenants: it sees no body.
 */
@ApplicationScoped
class EventSequencer {
  private static final int BATCH = 500;
  private static final int AFTER_MIGRATION = 200;
  private static final Duration GATHERING = Duration.ofMillis(25);
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);

  private final Sql sql;
  private final BackgroundLoop loop;

  EventSequencer(Sql sql, @ConfigProperty(name = "vouch.events.polling") Duration polling) {
    this.sql = sql;
    this.loop = new BackgroundLoop("event-sequencer", polling, GATHERING, this::takeTurn);
  }

  void start(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    loop.stop(STOP_WAIT);
  }

  void appended(@Observes(during = TransactionPhase.AFTER_SUCCESS) AppendedEvents events) {
    loop.wake();
  }

  /** Whether there is more to position. */
  private boolean takeTurn() {
    return QuarkusTransaction.requiringNew().call(this::position) == BATCH;
  }

  private int position() {
    List<Long> turn =
        sql.list(
            "select last_position from event_sequencer where id = 1 for update skip locked",
            row -> row.number("last_position"));
    if (turn.isEmpty()) {
      return 0;
    }
    List<byte[]> ids =
        sql.list(
            "select id from event where position is null order by recorded_no limit ?",
            row -> row.bytes("id"),
            BATCH);
    if (!ids.isEmpty()) {
      long last = turn.getFirst();
      sql.update("update event set position = ? + field(id, ?) where id in (?)", last, ids, ids);
      sql.update("update event_sequencer set last_position = ? where id = 1", last + ids.size());
    }
    return ids.size();
  }
}
