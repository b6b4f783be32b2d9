package app.vouch.referral;

import app.vouch.program.ProgramSettings;
import app.vouch.program.ProgramSettings.SlaTime;
import app.vouch.program.calendar.BusinessCalendar;
import app.vouch.program.calendar.CalendarService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When something is due by a program's rules, in the working time of its calendar. Without one that
 * is Monday to Friday, 9 to 17 in the program's zone, and plain hours are counted as they pass.
 */
@ApplicationScoped
class DueTimes {
  /** How long a referral may wait for a person to decide. */
  private static final Duration REVIEW = Duration.ofDays(30);

  /** GDPR Art. 14 gives a month; there must be time to act. */
  private static final Duration PRIVACY_NOTICE = Duration.ofDays(21);

  private final CalendarService calendars;

  DueTimes(CalendarService calendars) {
    this.calendars = calendars;
  }

  Instant firstContact(ProgramSettings settings, Instant accepted) {
    return due(settings.sla().firstContact(), settings, accepted);
  }

  Instant thankYou(ProgramSettings settings, Instant received) {
    return due(settings.sla().thankYou(), settings, received);
  }

  /** Null where no address of the prospect is kept. */
  static @Nullable Instant privacyNotice(CapturedProspect prospect, Instant received) {
    return prospect.link().email() == null ? null : received.plus(PRIVACY_NOTICE);
  }

  static Instant reviewed(Instant received) {
    return received.plus(REVIEW);
  }

  static Instant expiry(ProgramSettings settings, Instant lastProgress) {
    return settings.capture().expireAfter().addTo(lastProgress, settings.zone());
  }

  private Instant due(SlaTime time, ProgramSettings settings, Instant start) {
    return due(time, start, calendars.named(settings.calendarId()).orElse(null), settings.zone());
  }

  /**
   * @param calendar null where the version names none
   * @param zone the version's
   */
  static Instant due(
      SlaTime time, Instant start, @Nullable BusinessCalendar calendar, ZoneId zone) {
    BusinessCalendar counted = calendar == null ? BusinessCalendar.ordinary(zone) : calendar;
    return switch (time.unit()) {
      case HOUR -> {
        Instant due = start.plus(Duration.ofHours(time.amount()));
        yield calendar == null ? due : calendar.within(due);
      }
      case BUSINESS_HOUR -> counted.plus(start, Duration.ofHours(time.amount()));
      case BUSINESS_DAY -> counted.plusDays(start, time.amount());
    };
  }
}
