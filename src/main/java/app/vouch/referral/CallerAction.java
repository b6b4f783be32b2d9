package app.vouch.referral;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller may do to a referral. Winning, re-opening and expiring follow from elsewhere. */
@Schema(name = "ReferralAction")
@Name("ReferralAction")
public enum CallerAction {
  ACCEPT,
  MARK_DUPLICATE,
  REJECT,
  CONTACT,
  BOOK_MEETING,
  QUALIFY,
  LOSE,
  WITHDRAW,
  REVIVE,
  REINSTATE;

  private static final Set<CallerAction> DECISIONS =
      EnumSet.of(ACCEPT, MARK_DUPLICATE, REJECT, REINSTATE);
  private static final Set<CallerAction> WITH_REASON = EnumSet.of(REJECT, LOSE, MARK_DUPLICATE);

  ReferralAction action() {
    return ReferralAction.valueOf(name());
  }

  /** Whether the scope {@code referrals:decide} is needed. */
  boolean decides() {
    return DECISIONS.contains(this);
  }

  boolean needsReason() {
    return WITH_REASON.contains(this);
  }

  /** What callers may do in a state, in the order of the constants. */
  static List<CallerAction> allowed(ReferralState state) {
    Set<ReferralAction> possible = ReferralLifecycle.TABLE.allowed(state);
    return Arrays.stream(values()).filter(a -> possible.contains(a.action())).toList();
  }
}
