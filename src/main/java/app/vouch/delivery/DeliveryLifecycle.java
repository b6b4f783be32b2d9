package app.vouch.delivery;

import static app.vouch.delivery.DeliveryState.DEAD;
import static app.vouch.delivery.DeliveryState.DELIVERED;
import static app.vouch.delivery.DeliveryState.HELD;
import static app.vouch.delivery.DeliveryState.SCHEDULED;
import static app.vouch.delivery.DeliveryState.SENDING;
import static app.vouch.shared.Lifecycle.on;

import app.vouch.shared.Lifecycle;
import app.vouch.shared.Lifecycle.Row;
import java.util.List;

/** The moves of a delivery. Each action has one row, so that a batch moves with one statement. */
public final class DeliveryLifecycle {
  public static final Lifecycle<DeliveryState, DeliveryAction> TABLE =
      new Lifecycle<>(
          DeliveryState.class,
          DeliveryAction.class,
          List.of(
              on(DeliveryAction.CLAIM, SENDING, SCHEDULED),
              on(DeliveryAction.SUCCEED, DELIVERED, SENDING),
              on(DeliveryAction.RETRY, SCHEDULED, SENDING),
              on(DeliveryAction.EXHAUST, DEAD, SENDING),
              on(DeliveryAction.HOLD, HELD, SENDING, SCHEDULED),
              on(DeliveryAction.RELEASE, SCHEDULED, HELD),
              on(DeliveryAction.LEASE_LOST, SCHEDULED, SENDING),
              on(DeliveryAction.RESEND, SCHEDULED, DELIVERED, DEAD)));

  public static Row<DeliveryState, DeliveryAction> row(DeliveryAction action) {
    return TABLE.rows().stream()
        .filter(row -> row.action() == action)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the table has no row for " + action));
  }

  private DeliveryLifecycle() {}
}
