package app.vouch.referral;

import app.vouch.program.ProgramSettings;
import app.vouch.referral.ReferralDecision.CompetingReferral;
import app.vouch.referral.ReferralDecision.DecisionOutcome;
import app.vouch.referral.ReferralDecision.DecisionReason;
import app.vouch.referral.ReferralRepository.Holder;
import app.vouch.shared.IdType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What capture decides: who holds the prospect comes before review, review before acceptance. */
final class Decisions {
  static final String PERSON_KNOWN = "PERSON_KNOWN";
  static final String NO_ORGANIZATION = "NO_ORGANIZATION";
  static final String REVIEW = "REVIEW";

  static ReferralDecision decide(
      CapturedProspect prospect, ProgramSettings settings, Optional<Holder> holder) {
    List<DecisionReason> reasons = new ArrayList<>();
    DecisionOutcome outcome = DecisionOutcome.ACCEPTED;
    List<CompetingReferral> competing = List.of();
    if (holder.isPresent()) {
      Holder first = holder.get();
      outcome = DecisionOutcome.DUPLICATE;
      LocalDate day = first.receivedAt().atZone(settings.zone()).toLocalDate();
      reasons.add(
          new DecisionReason(
              PERSON_KNOWN, "%s was referred before, on %s".formatted(prospect.name(), day)));
      competing =
          List.of(new CompetingReferral(IdType.REFERRAL.format(first.id()), first.receivedAt()));
    } else if (settings.capture().review() != ProgramSettings.Review.NONE) {
      outcome = DecisionOutcome.UNDER_REVIEW;
      reasons.add(
          new DecisionReason(REVIEW, "the program has each referral reviewed before it counts"));
    }
    if (prospect.organizationId() == null) {
      reasons.add(
          new DecisionReason(
              NO_ORGANIZATION, "no organization is known, so there is nothing to claim"));
    }
    return new ReferralDecision(
        outcome, settings.claims().rule().name(), List.copyOf(reasons), null, competing);
  }

  /** The step that follows the capture at once, if one does. */
  static @Nullable ReferralAction action(DecisionOutcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> ReferralAction.ACCEPT;
      case UNDER_REVIEW -> null;
      case DUPLICATE, CONFLICT -> ReferralAction.MARK_DUPLICATE;
    };
  }

  /** Why the referral is a duplicate; null where it is none. */
  static @Nullable String reasonCode(ReferralDecision decision) {
    return switch (decision.outcome()) {
      case ACCEPTED, UNDER_REVIEW -> null;
      case DUPLICATE, CONFLICT -> decision.reasons().getFirst().code();
    };
  }

  private Decisions() {}
}
