package app.vouch.delivery;

import app.vouch.platform.event.EventRetention;
import app.vouch.platform.persistence.Sql;
import app.vouch.platform.retention.Expiring;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Removes events from the log, but for those whose deliveries are still there. */
@ApplicationScoped
class OldEvents implements Expiring {
  private final Sql sql;
  private final EventRetention retention;

  OldEvents(Sql sql, EventRetention retention) {
    this.sql = sql;
    this.retention = retention;
  }

  @Override
  public String what() {
    return "events";
  }

  @Override
  public Duration keep() {
    return retention.keep();
  }

  @Override
  public Step remove(Instant before, UUID after) {
    List<UUID> old =
        sql.list(
            """
            select e.id from event e
            where e.id > ? and e.id < ? and e.position is not null
              and not exists (
                select 1 from webhook_endpoint w
                join delivery d on d.tenant_id = w.tenant_id and d.endpoint_id = w.id
                  and d.event_id = e.id
                where w.tenant_id = e.tenant_id)
            order by e.id limit ?""",
            row -> row.id("id"),
            after,
            Uuid7.firstOf(before),
            BATCH);
    if (!old.isEmpty()) {
      sql.update("delete from event where id in (?)", old);
    }
    return new Step(old.size(), old.size() < BATCH ? Optional.empty() : Optional.of(old.getLast()));
  }
}
