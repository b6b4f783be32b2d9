package app.vouch.delivery;

import app.vouch.platform.event.EventsErased;
import app.vouch.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/**
 * Removes what receivers answered to events that were erased, since an answer may repeat what was
 * sent. Bodies are made when they are sent, so deliveries keep none.
 */
@ApplicationScoped
class ErasedAttempts {
  private final Sql sql;

  ErasedAttempts(Sql sql) {
    this.sql = sql;
  }

  void follow(@Observes EventsErased events) {
    List<UUID> deliveries =
        sql.list(
            """
            select d.id from webhook_endpoint w
            join delivery d on d.tenant_id = w.tenant_id and d.endpoint_id = w.id
              and d.event_id in (?)
            where w.tenant_id = ?""",
            row -> row.id("id"),
            events.ids(),
            events.tenantId());
    if (!deliveries.isEmpty()) {
      sql.update(
          """
          update delivery_attempt set excerpt = null
          where tenant_id = ? and delivery_id in (?) and excerpt is not null""",
          events.tenantId(),
          deliveries);
    }
  }
}
