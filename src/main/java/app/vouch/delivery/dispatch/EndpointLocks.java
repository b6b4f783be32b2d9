package app.vouch.delivery.dispatch;

import app.vouch.delivery.EndpointState;
import app.vouch.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Locks endpoints, so that nothing is held or let go behind the back of a change. */
@ApplicationScoped
class EndpointLocks {
  private final Sql sql;

  EndpointLocks(Sql sql) {
    this.sql = sql;
  }

  /** What the endpoint lets through, until the open transaction ends. */
  Gate lock(UUID endpoint) {
    boolean enabled =
        sql.list(
                "select state from webhook_endpoint where id = ? for update",
                row -> row.text("state"),
                endpoint)
            .contains(EndpointState.ENABLED.name());
    boolean held =
        !sql.list(
                """
                select 1 from wh_health where endpoint_id = ? and held_since is not null
                for update""",
                row -> true,
                endpoint)
            .isEmpty();
    return Gate.of(enabled, held);
  }
}
