package app.vouch.incentive;

import app.vouch.attribution.AttributionFacts;
import app.vouch.attribution.AttributionService;
import app.vouch.attribution.CreditFacts;
import app.vouch.deal.DealFacts;
import app.vouch.deal.DealStatus;
import app.vouch.incentive.RewardAmount.Credit;
import app.vouch.introduction.IntroductionReadService;
import app.vouch.introduction.IntroductionState;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.ProgramService;
import app.vouch.program.RewardRule;
import app.vouch.program.RewardRule.Base;
import app.vouch.program.RewardRule.Beneficiary;
import app.vouch.program.RewardRule.Trigger;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralService;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.MoneyView;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads from the rules who shall get what. */
@ApplicationScoped
class RewardClaims {
  private final ProgramService programs;
  private final ReferralService referrals;
  private final IntroductionReadService introductions;
  private final AttributionService attributions;
  private final Clock clock;

  RewardClaims(
      ProgramService programs,
      ReferralService referrals,
      IntroductionReadService introductions,
      AttributionService attributions,
      Clock clock) {
    this.programs = programs;
    this.referrals = referrals;
    this.introductions = introductions;
    this.attributions = attributions;
    this.clock = clock;
  }

  /** Where a share comes from. */
  private record Cause(
      @Nullable AttributionFacts attribution, @Nullable DealFacts deal, Credit credit) {
    static final Cause NONE = new Cause(null, null, Credit.WHOLE);

    @Nullable Money base(RewardRule rule) {
      return deal == null || rule.amount().of() == null
          ? null
          : rule.amount().of() == Base.DEAL_AMOUNT ? deal.amount() : deal.firstYearAmount();
    }
  }

  /** What one referral has of a deal. */
  private record Share(UUID versionId, Credit credit) {
    Share plus(Share other) {
      return new Share(versionId, credit.plus(other.credit));
    }
  }

  /** Of a deal that is won, by the credits as they now stand; nothing of any other deal. */
  List<RewardClaim> ofDeal(AttributionFacts facts) {
    if (facts.deal().status() != DealStatus.WON) {
      return List.of();
    }
    Map<UUID, Share> shares = new LinkedHashMap<>();
    for (CreditFacts credit : facts.credits()) {
      if (credit.shareNumerator().signum() > 0) {
        shares.merge(
            credit.referralId(),
            new Share(
                credit.programVersionId(),
                new Credit(credit.shareNumerator(), credit.shareDenominator())),
            Share::plus);
      }
    }
    List<RewardClaim> claims = new ArrayList<>();
    shares.forEach(
        (referralId, share) ->
            claims.addAll(
                claims(
                    Trigger.WON,
                    share.versionId(),
                    referrals.facts(referralId),
                    new Cause(facts, facts.deal(), share.credit()))));
    return claims;
  }

  /** Of a referral that came as far as the trigger says. */
  List<RewardClaim> ofReferral(Trigger trigger, ReferralFacts referral) {
    return claims(trigger, referral.programVersionId(), referral, Cause.NONE);
  }

  /** Of a referral that did not count when its parties were introduced. */
  List<RewardClaim> ofEarlierIntroduction(ReferralFacts referral) {
    boolean introduced =
        introductions.byReferrals(List.of(referral.id())).values().stream()
            .flatMap(List::stream)
            .anyMatch(introduction -> isIntroduced(introduction.state()));
    return introduced ? ofReferral(Trigger.INTRODUCED, referral) : List.of();
  }

  private static boolean isIntroduced(IntroductionState state) {
    return switch (state) {
      case INTRODUCED, REPLIED, MET, CLOSED -> true;
      case REQUESTED,
          CONNECTOR_ACCEPTED,
          PROSPECT_ASKED,
          MUTUAL,
          CONNECTOR_DECLINED,
          PROSPECT_DECLINED,
          DEFERRED,
          EXPIRED,
          WITHDRAWN,
          CANCELLED ->
          false;
    };
  }

  /** Of all won deals that a referral has credits of, held until the transaction ends. */
  List<RewardClaim> ofDealsCrediting(UUID referralId) {
    return attributions.holdCrediting(referralId).stream()
        .flatMap(facts -> ofDeal(facts).stream())
        .filter(claim -> claim.referralId().equals(referralId))
        .toList();
  }

  ReferralFacts referral(UUID id) {
    return referrals.facts(id);
  }

  private List<RewardClaim> claims(
      Trigger trigger, UUID versionId, ReferralFacts referral, Cause cause) {
    ApplicableVersion version = programs.version(versionId);
    List<RewardClaim> claims = new ArrayList<>();
    for (RewardRule rule : version.settings().rewards()) {
      if (rule.trigger() == trigger) {
        if (rule.to() != Beneficiary.PROSPECT) {
          add(claims, version, rule, referral, Beneficiary.REFERRER, cause);
        }
        if (rule.to() != Beneficiary.REFERRER) {
          add(claims, version, rule, referral, Beneficiary.PROSPECT, cause);
        }
      }
    }
    return claims;
  }

  private void add(
      List<RewardClaim> claims,
      ApplicableVersion version,
      RewardRule rule,
      ReferralFacts referral,
      Beneficiary beneficiary,
      Cause cause) {
    Money base = cause.base(rule);
    RewardAmount amount =
        RewardAmount.of(rule, version.settings().currency(), base, cause.credit());
    if (!amount.grants()) {
      return;
    }
    UUID payee =
        beneficiary == Beneficiary.REFERRER
            ? referral.referrerPersonId()
            : referral.prospectPersonId();
    claims.add(
        new RewardClaim(
            version,
            rule,
            referral.id(),
            cause.deal() == null ? null : cause.deal().id(),
            beneficiary,
            payee,
            amount,
            null,
            calculation(rule, base, amount, cause)));
  }

  private RewardCalculationView calculation(
      RewardRule rule, @Nullable Money base, RewardAmount amount, Cause cause) {
    AttributionFacts attribution = cause.attribution();
    BigDecimal percent = rule.amount().percent();
    return new RewardCalculationView(
        clock.instant(),
        rule.amount().type(),
        percent == null ? null : percent.toPlainString(),
        rule.amount().of(),
        view(rule.amount().value()),
        rule.split(),
        cause.deal() == null ? null : IdType.DEAL.format(cause.deal().id()),
        attribution == null ? null : IdType.ATTRIBUTION.format(attribution.attributionId()),
        attribution == null ? null : attribution.version(),
        view(base),
        cause.credit().numerator().toString(),
        cause.credit().denominator().toString(),
        view(amount.computed()),
        view(rule.cap()),
        amount.capApplied(),
        view(amount.amount()),
        null);
  }

  private static @Nullable MoneyView view(@Nullable Money money) {
    return money == null ? null : money.view();
  }
}
