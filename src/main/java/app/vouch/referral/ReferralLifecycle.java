package app.vouch.referral;

import static app.vouch.referral.ReferralAction.*;
import static app.vouch.referral.ReferralState.*;
import static app.vouch.shared.Lifecycle.on;

import app.vouch.shared.Lifecycle;
import java.util.List;

/** Which actions lead a referral where. */
final class ReferralLifecycle {
  static final Lifecycle<ReferralState, ReferralAction> TABLE =
      new Lifecycle<>(
          ReferralState.class,
          ReferralAction.class,
          List.of(
              on(ACCEPT, ACCEPTED, SUBMITTED),
              on(CONTACT, CONTACTED, ACCEPTED),
              on(BOOK_MEETING, MEETING, ACCEPTED, CONTACTED),
              on(QUALIFY, QUALIFIED, ACCEPTED, CONTACTED, MEETING),
              on(WIN, WON, ACCEPTED, CONTACTED, MEETING, QUALIFIED),
              on(LOSE, LOST, ACCEPTED, CONTACTED, MEETING, QUALIFIED),
              on(REOPEN, QUALIFIED, LOST, WON),
              on(EXPIRE, EXPIRED, SUBMITTED, ACCEPTED, CONTACTED),
              on(REVIVE, ACCEPTED, EXPIRED),
              on(WITHDRAW, WITHDRAWN, SUBMITTED, ACCEPTED, CONTACTED, MEETING, QUALIFIED),
              on(MARK_DUPLICATE, DUPLICATE, SUBMITTED, ACCEPTED, CONTACTED),
              on(REINSTATE, ACCEPTED, DUPLICATE),
              on(REJECT, REJECTED, SUBMITTED, ACCEPTED, CONTACTED, MEETING, QUALIFIED, WON, LOST)));

  private ReferralLifecycle() {}
}
