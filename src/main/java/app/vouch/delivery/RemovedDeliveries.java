package app.vouch.delivery;

import app.vouch.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** How many deliveries of an endpoint were removed because of their age. */
@ApplicationScoped
class RemovedDeliveries {
  private final Sql sql;

  RemovedDeliveries(Sql sql) {
    this.sql = sql;
  }

  record Counts(int delivered, int dead) {
    static final Counts NONE = new Counts(0, 0);
  }

  Counts of(UUID tenant, UUID endpoint) {
    return sql
        .list(
            "select delivered, dead from delivery_removed where tenant_id = ? and endpoint_id = ?",
            row -> new Counts((int) row.number("delivered"), (int) row.number("dead")),
            tenant,
            endpoint)
        .stream()
        .findFirst()
        .orElse(Counts.NONE);
  }
}
