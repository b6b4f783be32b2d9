package app.vouch.incentive;

import static app.vouch.incentive.RewardAction.*;
import static app.vouch.incentive.RewardState.*;
import static app.vouch.shared.Lifecycle.on;

import app.vouch.shared.Lifecycle;
import java.util.List;

/** Which actions lead a reward where. */
final class RewardLifecycle {
  static final Lifecycle<RewardState, RewardAction> TABLE =
      new Lifecycle<>(
          RewardState.class,
          RewardAction.class,
          List.of(
              on(APPROVE, APPROVED, PENDING),
              on(DENY, DENIED, PENDING, HELD),
              on(EXPIRE, EXPIRED, PENDING, AVAILABLE),
              on(REVERSE, REVERSED, PENDING, APPROVED, AVAILABLE, HELD, PAID, FULFILLED),
              on(HOLD, HELD, APPROVED, AVAILABLE),
              on(RELEASE, APPROVED, HELD),
              on(MATURE, AVAILABLE, APPROVED),
              on(PAY, PAID, AVAILABLE),
              on(FULFIL, FULFILLED, AVAILABLE),
              on(RETURN, AVAILABLE, PAID),
              on(ADJUST, PENDING, PENDING),
              on(ADJUST, APPROVED, APPROVED),
              on(ADJUST, AVAILABLE, AVAILABLE),
              on(ADJUST, HELD, HELD),
              on(ADJUST, PAID, PAID),
              on(ADJUST, FULFILLED, FULFILLED)));

  private RewardLifecycle() {}
}
