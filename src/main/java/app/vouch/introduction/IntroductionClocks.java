package app.vouch.introduction;

import app.vouch.program.IsoAmount;
import app.vouch.program.ProgramService;
import app.vouch.program.ProgramSettings;
import app.vouch.program.ProgramSettings.AskProspect;
import app.vouch.program.ProgramSettings.AttestedConsent;
import app.vouch.program.ProgramSettings.PartyClock;
import app.vouch.program.calendar.BusinessCalendar;
import app.vouch.program.calendar.CalendarService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The times and settings of the program version that applies to an introduction. */
@ApplicationScoped
class IntroductionClocks {
  static final Duration CONSENT_LIFE = Duration.ofDays(30);
  private static final Duration MUTUAL_LIFE = Duration.ofDays(14);
  private static final Duration LONGEST_DEFERRAL = Duration.ofDays(180);

  private final ProgramService programs;
  private final CalendarService calendars;

  IntroductionClocks(ProgramService programs, CalendarService calendars) {
    this.programs = programs;
    this.calendars = calendars;
  }

  ProgramSettings settings(UUID programVersionId) {
    return programs.version(programVersionId).settings();
  }

  /** The name of the program, for those who have not heard of it. */
  String programName(Introduction introduction) {
    UUID program = programs.version(introduction.programVersionId()).programId();
    return Objects.requireNonNull(programs.byIds(List.of(program)).get(program)).name();
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
    return contacts(clock.reminders(), settings, now)
        .filter(at -> introduction.expiresAt() == null || at.isBefore(introduction.expiresAt()))
        .toList();
  }

  /** When somebody should ask what came of an introduction that is made now. */
  List<Instant> followUps(Introduction introduction, Instant now) {
    ProgramSettings settings = settings(introduction.programVersionId());
    return contacts(settings.introductions().followUps(), settings, now).toList();
  }

  /**
   * In their order, each at the local time of day at which it began to count, or when the calendar
   * next lets somebody be written to; what would come at once with another comes once.
   */
  private Stream<Instant> contacts(List<IsoAmount> after, ProgramSettings settings, Instant now) {
    BusinessCalendar calendar = calendars.named(settings.calendarId()).orElse(null);
    Stream<Instant> times =
        calendar == null
            ? after.stream().map(amount -> amount.addTo(now, settings.zone()))
            : after.stream()
                .map(amount -> calendar.nextContact(amount.addTo(now, calendar.zone())));
    return times.sorted().distinct();
  }

  /** The first moment from this one on at which the calendar lets somebody be written to. */
  Instant nextContact(Introduction introduction, Instant at) {
    return calendars
        .named(settings(introduction.programVersionId()).calendarId())
        .map(calendar -> calendar.nextContact(at))
        .orElse(at);
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
