package app.vouch.program;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.event.Events;
import app.vouch.platform.guard.Guards;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What referrers agree to, and that they did. */
@ApplicationScoped
public class ReferrerTermsService {
  private final TermsAcceptanceRepository acceptances;
  private final ReferrerService referrers;
  private final ProgramService programs;
  private final RequestContext request;
  private final Guards guards;
  private final Events events;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  ReferrerTermsService(
      TermsAcceptanceRepository acceptances,
      ReferrerService referrers,
      ProgramService programs,
      RequestContext request,
      Guards guards,
      Events events,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.acceptances = acceptances;
    this.referrers = referrers;
    this.programs = programs;
    this.request = request;
    this.guards = guards;
    this.events = events;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The terms in effect, and what the referrer has accepted.
   *
   * @throws Refusal.NotFound when the tenant has no such referrer
   */
  @Reads
  public ReferrerTermsView get(String reference) {
    return view(referrers.get(reference));
  }

  /** The terms that the referrer has yet to accept; nothing where there are none. */
  @Reads
  public Optional<ProgramTerms> outstanding(ReferrerView referrer) {
    UUID id = IdType.REFERRER.inPath(referrer.id());
    return version(referrer)
        .map(version -> version.settings().terms())
        .filter(terms -> !acceptances.exists(id, terms.version()));
  }

  /**
   * Records that a referrer accepted the terms in effect; the first time counts.
   *
   * @throws Refusal.NotFound when the tenant has no such referrer
   * @throws Refusal.Rule {@code actor-required}; {@code unknown-reference} when the terms in effect
   *     are of another version, or there are none
   */
  public Answer<ReferrerTermsView> accept(AcceptReferrerTerms command) {
    return work.write(
        "acceptReferrerTerms",
        command,
        ReferrerTermsView.class,
        () -> {
          ReferrerView referrer = referrers.get(command.id());
          request.namedActor();
          if (command.channel() == TermsChannel.LINK) {
            throw new Refusal.Invalid(
                "/channel",
                "out-of-bounds",
                "must be PHONE, EMAIL, MEETING or OTHER; links speak for themselves");
          }
          record(
              referrer,
              command.termsVersion(),
              TermsProof.attested(command.channel(), command.evidence()));
          return Answer.done(view(referrer));
        });
  }

  /**
   * The same by the referrer, on their page.
   *
   * @param termsVersion that the page showed
   */
  public void acceptByLink(ReferrerView referrer, String termsVersion, TermsProof proof) {
    work.step("acceptTerms", () -> record(referrer, termsVersion, proof));
  }

  private void record(ReferrerView referrer, String termsVersion, TermsProof proof) {
    guards.hold(List.of("terms:" + referrer.id()));
    ApplicableVersion version = version(referrer).orElse(null);
    ProgramTerms terms = version == null ? null : version.settings().terms();
    if (version == null || terms == null || !terms.version().equals(termsVersion)) {
      throw new Refusal.Rule(
          ProblemType.UNKNOWN_REFERENCE,
          terms == null
              ? "/termsVersion: the program has no terms in effect"
              : "/termsVersion: the terms in effect are of version " + terms.version());
    }
    UUID id = IdType.REFERRER.inPath(referrer.id());
    if (!acceptances.exists(id, termsVersion)) {
      TermsAcceptance accepted =
          new TermsAcceptance(
              ids.next(),
              referrers.get(id),
              version.versionId(),
              termsVersion,
              proof,
              request.actor(),
              clock.instant());
      acceptances.persist(accepted);
      acceptances.flush();
      events.publish(new ReferrerEvents.TermsAccepted(referrer, termsVersion));
    }
  }

  private Optional<ApplicableVersion> version(ReferrerView referrer) {
    return programs.inEffect(IdType.PROGRAM.inPath(referrer.programId()), clock.instant());
  }

  private ReferrerTermsView view(ReferrerView referrer) {
    List<TermsAcceptance> all = acceptances.of(IdType.REFERRER.inPath(referrer.id()));
    @Nullable ProgramTerms terms =
        version(referrer).map(version -> version.settings().terms()).orElse(null);
    return new ReferrerTermsView(
        referrer.id(),
        terms,
        terms != null && all.stream().noneMatch(one -> one.termsVersion().equals(terms.version())),
        all.stream().map(TermsAcceptance::view).toList());
  }
}
