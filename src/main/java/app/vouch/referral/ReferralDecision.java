package app.vouch.referral;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What capture decided, and why.
 *
 * @param rule the rule that decided who is first
 * @param claim null: claims on organizations are not made yet
 * @param competing for callers with the scope {@code referrals:decide}; empty for others
 */
@Schema(name = "ReferralDecision")
@Name("ReferralDecision")
public record ReferralDecision(
    @NonNull DecisionOutcome outcome,
    @NonNull String rule,
    @NonNull List<@NonNull DecisionReason> reasons,
    @Id @Nullable String claim,
    @NonNull List<@NonNull CompetingReferral> competing) {

  /** How it ended. */
  public enum DecisionOutcome {
    ACCEPTED,
    UNDER_REVIEW,
    /** Another referral holds the person. */
    DUPLICATE,
    /** Another claim holds the organization. */
    CONFLICT
  }

  /** One reason. */
  @Schema(name = "DecisionReason")
  public record DecisionReason(@NonNull String code, @NonNull String message) {}

  /** A referral that was there first. */
  @Schema(name = "CompetingReferral")
  public record CompetingReferral(@Id @NonNull String referralId, @NonNull Instant receivedAt) {}

  ReferralDecision withoutCompeting() {
    return competing.isEmpty()
        ? this
        : new ReferralDecision(outcome, rule, reasons, claim, List.of());
  }
}
