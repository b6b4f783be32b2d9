package app.vouch.introduction;

import app.vouch.deal.DealFacts;
import app.vouch.deal.DealService;
import app.vouch.directory.OrganizationLink;
import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.directory.Suppressions;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.ConnectorProtection;
import app.vouch.program.ProgramService;
import app.vouch.program.ReferrerProtectionService;
import app.vouch.referral.ReferralService;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.MoneyView;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides whether a connector may be asked now, and about this prospect. */
@ApplicationScoped
class ConnectorGate {
  private final IntroductionRepository introductions;
  private final ReferrerProtectionService protections;
  private final ProgramService programs;
  private final ReferralService referrals;
  private final DealService deals;
  private final PersonService people;
  private final Suppressions suppressions;

  ConnectorGate(
      IntroductionRepository introductions,
      ReferrerProtectionService protections,
      ProgramService programs,
      ReferralService referrals,
      DealService deals,
      PersonService people,
      Suppressions suppressions) {
    this.introductions = introductions;
    this.protections = protections;
    this.programs = programs;
    this.referrals = referrals;
    this.deals = deals;
    this.people = people;
    this.suppressions = suppressions;
  }

  /** The guards under which {@link #check} counts; whoever holds them first asks first. */
  List<String> guards(IntroductionSubject about) {
    String family = programs.version(about.programVersionId()).family();
    List<String> guards = new ArrayList<>(suppressions.guards(parties(about)));
    guards.add(
        "contact-budget:%s:%s".formatted(family, IdType.PERSON.format(about.connectorPersonId())));
    guards.add(
        "introduction-of:%s:%s".formatted(about.connectorPersonId(), about.prospectPersonId()));
    return guards;
  }

  /**
   * The guards are held.
   *
   * @param dealAmount what the caller expects the deal to be worth; a linked deal's amount counts
   *     before it
   * @throws Refusal.Rule {@code introduction-not-possible}, which does not say why; {@code
   *     connector-limit}, which does; {@code currency-mismatch} when the amount is in another
   *     currency than the floor
   */
  void check(IntroductionSubject about, @Nullable MoneyView dealAmount, Instant now) {
    ApplicableVersion version = programs.version(about.programVersionId());
    ConnectorProtection protection = protections.of(about.referrerId(), version.settings());
    Money stated = dealAmount == null ? null : dealAmount.toMoney("/dealAmount");
    refuseQuietly(isUnwanted(about, protection, now));
    AskLimits limits = new AskLimits(protection, version.settings().zone());
    limits.check(asks(about.connectorPersonId(), version.family(), limits.since(now)), now);
    limits.checkFloor(worth(about.referralId(), protection.dealFloor(), stated));
  }

  /** Every ground is looked at, so that the time taken does not tell which it was. */
  private boolean isUnwanted(
      IntroductionSubject about, ConnectorProtection protection, Instant now) {
    boolean paused = protection.isPaused(now);
    boolean noGo = homes(about).anyMatch(home -> protection.noGoOrganizations().contains(home));
    boolean suppressed = suppressions.anyOf(parties(about));
    boolean takenBack =
        introductions.wasTakenBack(about.connectorPersonId(), about.prospectPersonId());
    return paused | noGo | suppressed | takenBack;
  }

  private static List<UUID> parties(IntroductionSubject about) {
    return List.of(about.connectorPersonId(), about.prospectPersonId());
  }

  private static void refuseQuietly(boolean unwanted) {
    if (unwanted) {
      throw new Refusal.Rule(
          ProblemType.INTRODUCTION_NOT_POSSIBLE,
          "this introduction is not possible; ask another connector, or about another prospect");
    }
  }

  private Stream<UUID> homes(IntroductionSubject about) {
    PersonView prospect =
        people.byIds(List.of(about.prospectPersonId())).get(about.prospectPersonId());
    OrganizationLink home = prospect == null ? null : prospect.organization();
    return Stream.of(
            about.organizationId(), home == null ? null : IdType.ORGANIZATION.inPath(home.id()))
        .filter(Objects::nonNull);
  }

  private List<Instant> asks(UUID connector, String family, Instant since) {
    return introductions.asksOf(connector, since).stream()
        .filter(ask -> programs.version(ask.programVersionId()).family().equals(family))
        .map(IntroductionRepository.Ask::at)
        .toList();
  }

  /**
   * The largest of the referral's deals that can be compared with the floor, else what is stated.
   */
  private @Nullable Money worth(
      @Nullable UUID referral, @Nullable Money floor, @Nullable Money stated) {
    if (floor == null) {
      return null;
    }
    if (referral == null) {
      return stated;
    }
    return referrals.dealsOf(List.of(referral)).getOrDefault(referral, List.of()).stream()
        .map(deals::facts)
        .map(DealFacts::amount)
        .filter(Objects::nonNull)
        .filter(amount -> amount.currency().equals(floor.currency()))
        .max(Comparator.comparingLong(Money::minor))
        .orElse(stated);
  }
}
