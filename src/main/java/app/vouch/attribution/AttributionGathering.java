package app.vouch.attribution;

import app.vouch.attribution.AttributionInputs.Candidate;
import app.vouch.attribution.AttributionInputs.Policy;
import app.vouch.deal.DealFacts;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.ProgramService;
import app.vouch.program.ProgramSettings;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralState;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.MoneyView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what an attribution depends on. */
@ApplicationScoped
class AttributionGathering {
  private final TouchpointRepository touchpoints;
  private final ProgramService programs;
  private final Clock clock;

  AttributionGathering(TouchpointRepository touchpoints, ProgramService programs, Clock clock) {
    this.touchpoints = touchpoints;
    this.programs = programs;
    this.clock = clock;
  }

  /**
   * Of several referrals of different programs, the version of the earliest one that may be
   * credited decides.
   */
  AttributionInputs gather(DealFacts deal, List<ReferralFacts> linked) {
    List<ReferralFacts> referrals =
        linked.stream()
            .sorted(
                Comparator.comparing(ReferralFacts::receivedAt).thenComparing(ReferralFacts::id))
            .toList();
    Optional<ReferralFacts> earliest =
        referrals.stream().filter(r -> isLive(r.state())).findFirst();
    return new AttributionInputs(
        AttributionInputs.FORMAT,
        IdType.DEAL.format(deal.id()),
        true,
        view(deal.amount()),
        view(deal.firstYearAmount()),
        earliest.map(r -> policy(r, deal)).orElse(null),
        referrals.stream().map(AttributionGathering::candidate).toList(),
        touchpoints.forDeal(deal.id(), referrals.stream().map(ReferralFacts::id).toList()).stream()
            .map(Touchpoint::touch)
            .toList());
  }

  private Policy policy(ReferralFacts referral, DealFacts deal) {
    ApplicableVersion version = programs.version(referral.programVersionId());
    ProgramSettings settings = version.settings();
    ProgramSettings.Attribution rule = settings.attribution();
    Instant closed = deal.closedAt() == null ? clock.instant() : deal.closedAt();
    return new Policy(
        IdType.PROGRAM_VERSION.format(version.versionId()),
        IdType.REFERRAL.format(referral.id()),
        rule.model(),
        ModelRules.VERSION,
        settings.currency().code(),
        rule.lookBack().text(),
        rule.lookBack().subtractFrom(closed, settings.zone()),
        endOfDay(closed, settings.zone()),
        List.copyOf(rule.sources()));
  }

  /** CRMs often know the day only, so the whole day counts. */
  private static Instant endOfDay(Instant moment, ZoneId zone) {
    return moment.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  private static Candidate candidate(ReferralFacts referral) {
    return new Candidate(
        IdType.REFERRAL.format(referral.id()),
        IdType.REFERRER.format(referral.referrerId()),
        IdType.PERSON.format(referral.referrerPersonId()),
        IdType.PROGRAM_VERSION.format(referral.programVersionId()),
        referral.receivedAt(),
        isLive(referral.state()));
  }

  /** Whether a referral in this state may be credited. */
  static boolean isLive(ReferralState state) {
    return switch (state) {
      case ACCEPTED, CONTACTED, MEETING, QUALIFIED, WON, LOST -> true;
      case SUBMITTED, DUPLICATE, REJECTED, EXPIRED, WITHDRAWN -> false;
    };
  }

  private static @Nullable MoneyView view(@Nullable Money money) {
    return money == null ? null : money.view();
  }
}
