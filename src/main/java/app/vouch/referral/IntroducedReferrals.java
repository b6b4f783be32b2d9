package app.vouch.referral;

import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.directory.Prospects;
import app.vouch.platform.guard.Guards;
import app.vouch.platform.tenant.TenantKeys;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.EnrolledReferrer;
import app.vouch.program.ProgramService;
import app.vouch.program.ReferrerRef;
import app.vouch.program.ReferrerService;
import app.vouch.program.ReferrerState;
import app.vouch.program.ReferrerView;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Referrals that begin with an introduction: the prospect is named when it is asked for, and the
 * referral is captured once the connector agrees. Inside the open transaction.
 */
@ApplicationScoped
public class IntroducedReferrals {
  private final ReferralRepository referrals;
  private final ReferralCapture capture;
  private final ProgramService programs;
  private final ReferrerService referrers;
  private final PersonService people;
  private final Prospects prospects;
  private final TenantKeys keys;
  private final Guards guards;
  private final Clock clock;

  IntroducedReferrals(
      ReferralRepository referrals,
      ReferralCapture capture,
      ProgramService programs,
      ReferrerService referrers,
      PersonService people,
      Prospects prospects,
      TenantKeys keys,
      Guards guards,
      Clock clock) {
    this.referrals = referrals;
    this.capture = capture;
    this.programs = programs;
    this.referrers = referrers;
    this.people = people;
    this.prospects = prospects;
    this.keys = keys;
    this.guards = guards;
    this.clock = clock;
  }

  /**
   * Takes the prospect into the directory, as a capture would, and captures nothing yet.
   *
   * @param programId TypeID; null: the tenant's default program
   * @throws Refusal.Rule {@code prospect-held} when a referral holds the prospect already; {@code
   *     unknown-reference}, {@code referrer-not-enrolled}, {@code no-default-program}, {@code
   *     program-not-open}
   */
  public IntroductionCandidate name(
      ReferrerRef connector, CaptureReferral.Prospect prospect, @Nullable String programId) {
    ApplicableVersion program = programs.applicable(programId, clock.instant());
    EnrolledReferrer referrer = referrers.resolve("/connector", connector, program);
    ProspectKey key = new ProspectKey(program.family(), keys.emailKey(prospect.email()));
    guards.hold(List.of(key.guard()));
    if (referrals.holder(key).isPresent()) {
      throw new Refusal.Rule(
          ProblemType.PROSPECT_HELD,
          "the prospect has been referred already; find the referral by prospectEmail, and ask with its referralId");
    }
    boolean isNew = people.byEmail(prospect.email()).isEmpty();
    CaptureReferral said = said(prospect, null);
    CapturedProspect found =
        capture.prospect(
            ReferralCapture.keepsAddress(program.settings()) ? said : said.withoutAddress(),
            key,
            program.settings());
    return new IntroductionCandidate(
        program.programId(),
        program.versionId(),
        referrer.id(),
        referrer.personId(),
        found.personId(),
        isNew,
        found.organizationId(),
        found.organizationName(),
        found.organizationDomain());
  }

  /** Guards what {@link #capture} decides; before anything else of it is locked. */
  public void hold(IntroductionCandidate candidate) {
    String family = programs.version(candidate.programVersionId()).family();
    prospects
        .emailKey(candidate.prospectPersonId())
        .ifPresent(key -> guards.hold(List.of(new ProspectKey(family, key).guard())));
  }

  /**
   * Captures the referral by the rules in effect now.
   *
   * @param reason why the prospect would care
   * @return nothing where it is not possible any more: the program has closed, the connector has
   *     left it, or the prospect was erased
   */
  public Optional<ReferralView> capture(IntroductionCandidate candidate, String reason) {
    var now = clock.instant();
    Optional<ApplicableVersion> open = programs.inEffect(candidate.programId(), now);
    ReferrerView referrer =
        referrers.byIds(List.of(candidate.referrerId())).get(candidate.referrerId());
    PersonView person =
        people.byIds(List.of(candidate.prospectPersonId())).get(candidate.prospectPersonId());
    Optional<byte[]> emailKey = prospects.emailKey(candidate.prospectPersonId());
    if (open.isEmpty()
        || referrer == null
        || referrer.state() != ReferrerState.ENROLLED
        || person == null
        || emailKey.isEmpty()) {
      return Optional.empty();
    }
    ApplicableVersion program = open.get();
    ProspectKey key = new ProspectKey(program.family(), emailKey.get());
    guards.hold(List.of(key.guard()));
    boolean kept = ReferralCapture.keepsAddress(program.settings());
    CapturedProspect prospect =
        new CapturedProspect(
            candidate.prospectPersonId(),
            key.emailKey(),
            person.name(),
            kept ? person.email() : null,
            kept ? person.phone() : null);
    UUID organization = candidate.organizationId();
    String organizationName = candidate.organizationName();
    if (organization != null && organizationName != null) {
      prospect.at(organization, organizationName, candidate.organizationDomain());
    }
    return Optional.of(
        capture.decide(
            said(new CaptureReferral.Prospect(person.name(), "", null, person.country()), reason),
            prospect,
            referrers.get(IdType.REFERRER.inPath(referrer.id())),
            program,
            referrals.holder(key),
            clock.instant()));
  }

  private static CaptureReferral said(CaptureReferral.Prospect prospect, @Nullable String reason) {
    return new CaptureReferral(
        prospect,
        new ReferrerRef(null, null, null, null),
        null,
        ReferralSource.INTRODUCTION,
        null,
        null,
        reason,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Whether a referral names the person, as its prospect or its referrer. */
  public boolean names(UUID personId) {
    return referrals.names(personId);
  }
}
