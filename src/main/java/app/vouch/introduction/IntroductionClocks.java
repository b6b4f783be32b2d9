package app.vouch.introduction;

import app.vouch.program.ProgramService;
import app.vouch.program.ProgramSettings;
import app.vouch.program.ProgramSettings.AskProspect;
import app.vouch.program.ProgramSettings.AttestedConsent;
import app.vouch.program.ProgramSettings.PartyClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The times and settings of the program version that applies to an introduction. */
@ApplicationScoped
class IntroductionClocks {
  static final Duration CONSENT_LIFE = Duration.ofDays(30);
  private static final Duration MUTUAL_LIFE = Duration.ofDays(14);
  private static final Duration LONGEST_DEFERRAL = Duration.ofDays(180);

  private final ProgramService programs;

  IntroductionClocks(ProgramService programs) {
    this.programs = programs;
  }

  ProgramSettings settings(UUID programVersionId) {
    return programs.version(programVersionId).settings();
  }

  boolean asksProspectAtOnce(Introduction introduction) {
    return settings(introduction.programVersionId()).introductions().askProspect()
        == AskProspect.AUTO;
  }

  /** Whether a consent of that party may be recorded by somebody else. */
  boolean countsAttested(Introduction introduction, Party party) {
    AttestedConsent counted =
        settings(introduction.programVersionId()).introductions().attestedConsent();
    return switch (counted) {
      case NONE -> false;
      case CONNECTOR -> party == Party.CONNECTOR;
      case BOTH -> true;
    };
  }

  /**
   * When the state that was entered now ends by itself; null where it does not. A state that needs
   * a consent does not outlive it.
   */
  @Nullable Instant end(Introduction introduction, Consents consents, Instant now) {
    ProgramSettings settings = settings(introduction.programVersionId());
    return switch (introduction.state()) {
      case REQUESTED -> settings.introductions().connector().expires().addTo(now, settings.zone());
      case CONNECTOR_ACCEPTED, PROSPECT_ASKED ->
          earlier(
              settings.introductions().prospect().expires().addTo(now, settings.zone()),
              consents.firstLapse().orElse(null));
      case MUTUAL -> earlier(now.plus(MUTUAL_LIFE), consents.firstLapse().orElse(null));
      case INTRODUCED,
          REPLIED,
          MET,
          CLOSED,
          CONNECTOR_DECLINED,
          PROSPECT_DECLINED,
          DEFERRED,
          EXPIRED,
          WITHDRAWN,
          CANCELLED ->
          null;
    };
  }

  /** When a party that is asked now is reminded. */
  List<Instant> reminders(Introduction introduction, Party asked, Instant now) {
    ProgramSettings settings = settings(introduction.programVersionId());
    PartyClock clock =
        switch (asked) {
          case CONNECTOR -> settings.introductions().connector();
          case PROSPECT -> settings.introductions().prospect();
        };
    return clock.reminders().stream()
        .map(after -> after.addTo(now, settings.zone()))
        .filter(at -> introduction.expiresAt() == null || at.isBefore(introduction.expiresAt()))
        .toList();
  }

  /** How late a "not now" said now may end. */
  Instant latestDeferral(Introduction introduction, Instant now) {
    ProgramSettings settings = settings(introduction.programVersionId());
    return earlier(
        now.plus(LONGEST_DEFERRAL),
        settings.introductions().maxDeferral().addTo(now, settings.zone()));
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other == null || one.isBefore(other) ? one : other;
  }
}
