package app.vouch.incentive;

import app.vouch.attribution.AttributionFacts;
import app.vouch.attribution.AttributionService;
import app.vouch.attribution.CreditFacts;
import app.vouch.deal.DealFacts;
import app.vouch.deal.DealPaymentService;
import app.vouch.deal.DealRate;
import app.vouch.deal.DealStatus;
import app.vouch.deal.PaymentFacts;
import app.vouch.incentive.RewardAmount.Credit;
import app.vouch.incentive.RewardAmount.Inputs;
import app.vouch.introduction.IntroductionReadService;
import app.vouch.introduction.IntroductionState;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.ProgramService;
import app.vouch.program.ReferrerService;
import app.vouch.program.RewardRule;
import app.vouch.program.RewardRule.Beneficiary;
import app.vouch.program.RewardRule.Step;
import app.vouch.program.RewardRule.Trigger;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralService;
import app.vouch.shared.AmountView;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads from the rules who shall get what. */
@ApplicationScoped
class RewardClaims {
  private final ReferralService referrals;
  private final ReferrerService referrers;
  private final IntroductionReadService introductions;
  private final AttributionService attributions;
  private final DealPaymentService payments;
  private final ProgramService programs;
  private final RewardPeriods periods;
  private final RewardRates rates;
  private final Clock clock;

  RewardClaims(
      ReferralService referrals,
      ReferrerService referrers,
      IntroductionReadService introductions,
      AttributionService attributions,
      DealPaymentService payments,
      ProgramService programs,
      RewardPeriods periods,
      RewardRates rates,
      Clock clock) {
    this.referrals = referrals;
    this.referrers = referrers;
    this.introductions = introductions;
    this.attributions = attributions;
    this.payments = payments;
    this.programs = programs;
    this.periods = periods;
    this.rates = rates;
    this.clock = clock;
  }

  private ActualBasis actual() {
    return new ActualBasis(programs, periods, rates);
  }

  /** Where a share comes from. */
  private record Cause(
      @Nullable AttributionFacts attribution,
      @Nullable DealFacts deal,
      @Nullable PaymentFacts payment,
      Credit credit) {
    static final Cause NONE = new Cause(null, null, null, Credit.WHOLE);

    Cause paid(PaymentFacts by) {
      return new Cause(attribution, deal, by, credit);
    }

    @Nullable Money worth() {
      return deal == null ? null : deal.amount();
    }

    @Nullable Money base(RewardRule rule, Step step) {
      if (deal == null || step.percent() == null) {
        return null;
      }
      return switch (Objects.requireNonNull(rule.amount().of())) {
        case DEAL_AMOUNT -> deal.amount();
        case FIRST_YEAR_AMOUNT -> deal.firstYearAmount();
        case PAYMENT_AMOUNT -> payment == null ? null : payment.amount();
      };
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
    return ofDeal(facts, actual());
  }

  /** The same, on another basis. */
  List<RewardClaim> ofDeal(AttributionFacts facts, RewardBasis basis) {
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
    List<PaymentFacts> paid = shares.isEmpty() ? List.of() : payments.ofDeal(facts.dealId());
    List<RewardClaim> claims = new ArrayList<>();
    shares.forEach(
        (referralId, share) -> {
          ReferralFacts referral = referrals.facts(referralId);
          Cause won = new Cause(facts, facts.deal(), null, share.credit());
          claims.addAll(claims(Trigger.WON, share.versionId(), referral, won, basis));
          for (PaymentFacts payment : paid) {
            claims.addAll(
                claims(
                    Trigger.INVOICE_PAID, share.versionId(), referral, won.paid(payment), basis));
          }
        });
    return claims;
  }

  /** Of a referral that came as far as the trigger says. */
  List<RewardClaim> ofReferral(Trigger trigger, ReferralFacts referral) {
    return ofReferral(trigger, referral, actual());
  }

  /** The same, on another basis. */
  List<RewardClaim> ofReferral(Trigger trigger, ReferralFacts referral, RewardBasis basis) {
    return claims(trigger, referral.programVersionId(), referral, Cause.NONE, basis);
  }

  /** Of a referral that did not count when its parties were introduced. */
  List<RewardClaim> ofEarlierIntroduction(ReferralFacts referral) {
    return ofEarlierIntroduction(referral, actual());
  }

  /** The same, on another basis. */
  List<RewardClaim> ofEarlierIntroduction(ReferralFacts referral, RewardBasis basis) {
    boolean introduced =
        introductions.byReferrals(List.of(referral.id())).values().stream()
            .flatMap(List::stream)
            .anyMatch(introduction -> isIntroduced(introduction.state()));
    return introduced ? ofReferral(Trigger.INTRODUCED, referral, basis) : List.of();
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

  /** What stands of a deal's credits, held until the transaction ends. */
  Optional<AttributionFacts> credits(UUID dealId) {
    return attributions.hold(dealId);
  }

  ReferralFacts referral(UUID id) {
    return referrals.facts(id);
  }

  private List<RewardClaim> claims(
      Trigger trigger, UUID versionId, ReferralFacts referral, Cause cause, RewardBasis basis) {
    ApplicableVersion version = basis.version(versionId);
    List<RewardClaim> claims = new ArrayList<>();
    for (RewardRule rule : version.settings().rewards()) {
      if (rule.trigger() == trigger
          && (cause.payment() == null || cause.payment().number() <= rule.periods())
          && rewards(rule, referral)) {
        if (rule.to() != Beneficiary.PROSPECT) {
          claim(version, rule, referral, Beneficiary.REFERRER, cause, basis).ifPresent(claims::add);
        }
        if (rule.to() != Beneficiary.REFERRER) {
          claim(version, rule, referral, Beneficiary.PROSPECT, cause, basis).ifPresent(claims::add);
        }
      }
    }
    return claims;
  }

  private boolean rewards(RewardRule rule, ReferralFacts referral) {
    return rule.referrerKinds().isEmpty() || rule.rewards(referrers.kind(referral.referrerId()));
  }

  private Optional<RewardClaim> claim(
      ApplicableVersion version,
      RewardRule rule,
      ReferralFacts referral,
      Beneficiary beneficiary,
      Cause cause,
      RewardBasis basis) {
    UUID payee =
        beneficiary == Beneficiary.REFERRER
            ? referral.referrerPersonId()
            : referral.prospectPersonId();
    String period = RewardSlot.period(cause.payment());
    RewardSlot slot = new RewardSlot(referral.id(), rule.id(), beneficiary, period);
    Unit currency = version.settings().currency();
    DealRate rate = cause.deal() == null ? null : basis.rate(slot, cause.deal(), currency);
    Money worth = exchanged(cause.worth(), rate, currency);
    PeriodTerms terms = basis.terms(version, rule, slot, payee, worth);
    Step step = rule.amount().step(terms.reached());
    Inputs inputs = new Inputs(cause.worth(), cause.base(rule, step), rate, cause.credit(), terms);
    RewardAmount amount = RewardAmount.of(rule, currency, inputs);
    if (!amount.grants()) {
      return Optional.empty();
    }
    RewardClaim claim =
        new RewardClaim(
            version,
            rule,
            referral.id(),
            cause.deal() == null ? null : cause.deal().id(),
            worth,
            beneficiary,
            period,
            payee,
            amount,
            null,
            calculation(rule, step, inputs, amount, cause));
    basis.claimed(claim);
    return Optional.of(claim);
  }

  private static @Nullable Money exchanged(
      @Nullable Money worth, @Nullable DealRate rate, Unit currency) {
    if (worth == null || worth.currency().equals(currency)) {
      return worth;
    }
    return rate == null || !rate.to().equals(currency)
        ? null
        : Money.rounded(new BigDecimal(worth.decimal()).multiply(rate.value()), currency);
  }

  private RewardCalculationView calculation(
      RewardRule rule, Step step, Inputs inputs, RewardAmount amount, Cause cause) {
    AttributionFacts attribution = cause.attribution();
    BigDecimal percent = step.percent();
    return new RewardCalculationView(
        clock.instant(),
        rule.amount().type(),
        percent == null ? null : percent.toPlainString(),
        percent == null ? null : rule.amount().of(),
        view(step.value()),
        inputs.terms().count(),
        view(inputs.terms().value()),
        rule.split(),
        cause.deal() == null ? null : IdType.DEAL.format(cause.deal().id()),
        cause.payment() == null ? null : IdType.DEAL_PAYMENT.format(cause.payment().id()),
        attribution == null ? null : IdType.ATTRIBUTION.format(attribution.attributionId()),
        attribution == null ? null : attribution.version(),
        view(inputs.base()),
        rate(inputs),
        cause.credit().numerator().toString(),
        cause.credit().denominator().toString(),
        view(amount.computed()),
        view(rule.minimumDeal()),
        view(rule.cap()),
        rule.capPerPeriod() == null ? null : rule.capPerPeriod().amount().shown(),
        view(inputs.terms().left()),
        amount.capApplied(),
        view(amount.amount()),
        null,
        null);
  }

  private static @Nullable RewardRateView rate(Inputs inputs) {
    DealRate rate = inputs.rate();
    Money worth = inputs.base() == null ? inputs.deal() : inputs.base();
    return rate == null || worth == null
        ? null
        : new RewardRateView(worth.currency().code(), rate.to().code(), rate.rate(), rate.source());
  }

  private static @Nullable AmountView view(@Nullable Money money) {
    return money == null ? null : money.shown();
  }
}
