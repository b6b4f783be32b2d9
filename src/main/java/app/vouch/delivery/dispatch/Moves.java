package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;
import app.vouch.delivery.DeliveryAction;
import app.vouch.delivery.DeliveryLifecycle;
import app.vouch.delivery.DeliveryState;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.Lifecycle.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves deliveries in batches: one statement whose states come from the table of the lifecycle.
 * Across tenants, by the ids that the queue holds.
 */
@ApplicationScoped
class Moves {
  private final Sql sql;
  private final Clock clock;

  Moves(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Moves those that the table lets move. */
  void move(DeliveryAction action, Collection<UUID> deliveries) {
    move(action, deliveries, "");
  }

  /**
   * @param also further columns to set, each with a comma behind it
   */
  void move(
      DeliveryAction action,
      Collection<UUID> deliveries,
      String also,
      @Nullable Object... alsoParameters) {
    if (deliveries.isEmpty()) {
      return;
    }
    Row<DeliveryState, DeliveryAction> row = DeliveryLifecycle.row(action);
    List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(alsoParameters));
    parameters.addAll(List.of(row.to(), clock.instant(), deliveries, row.from()));
    sql.update(
        "update delivery set "
            + also
            + " state = ?, updated_at = ?, version = version + 1 where id in (?) and state in (?)",
        parameters.toArray());
  }

  /** Puts deliveries back into the queue. */
  void ready(Lane lane, Collection<UUID> deliveries, Band band, Duration delay) {
    sql.insert(
        "insert into wh_ready (delivery_id, tenant_id, endpoint_id, band, due_at) values",
        "(?, ?, ?, ?, date_add(utc_timestamp(6), interval ? microsecond))",
        deliveries.stream()
            .map(id -> List.of(id, lane.tenantId(), lane.endpointId(), band, delay))
            .toList());
  }
}
