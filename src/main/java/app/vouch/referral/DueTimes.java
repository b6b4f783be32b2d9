package app.vouch.referral;

import app.vouch.program.ProgramSettings;
import app.vouch.program.ProgramSettings.SlaTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When something is due by a program's rules. Working time is Monday to Friday, 9 to 17 in the
 * program's zone.
 */
final class DueTimes {
  /** How long a referral may wait for a person to decide. */
  private static final Duration REVIEW = Duration.ofDays(30);

  /** GDPR Art. 14 gives a month; there must be time to act. */
  private static final Duration PRIVACY_NOTICE = Duration.ofDays(21);

  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);

  static Instant firstContact(ProgramSettings settings, Instant accepted) {
    return due(settings.sla().firstContact(), accepted, settings.zone());
  }

  static Instant thankYou(ProgramSettings settings, Instant received) {
    return due(settings.sla().thankYou(), received, settings.zone());
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

  static Instant due(SlaTime time, Instant start, ZoneId zone) {
    return switch (time.unit()) {
      case HOUR -> start.plus(Duration.ofHours(time.amount()));
      case BUSINESS_HOUR -> workingHours(start.atZone(zone), time.amount()).toInstant();
      case BUSINESS_DAY -> workingDays(start.atZone(zone), time.amount()).toInstant();
    };
  }

  private static ZonedDateTime workingHours(ZonedDateTime start, int hours) {
    ZonedDateTime now = open(start);
    Duration left = Duration.ofHours(hours);
    while (true) {
      Duration today = Duration.between(now.toLocalTime(), CLOSES);
      if (left.compareTo(today) <= 0) {
        return now.plus(left);
      }
      left = left.minus(today);
      now = open(now.with(CLOSES));
    }
  }

  private static ZonedDateTime workingDays(ZonedDateTime start, int days) {
    ZonedDateTime now = open(start);
    for (int day = 0; day < days; day++) {
      now = workday(now.plusDays(1));
    }
    return now;
  }

  /** The moment itself in working time, else the next opening. */
  private static ZonedDateTime open(ZonedDateTime moment) {
    LocalTime time = moment.toLocalTime();
    ZonedDateTime day = workday(moment);
    if (!day.toLocalDate().equals(moment.toLocalDate()) || time.isBefore(OPENS)) {
      return day.with(OPENS);
    }
    return time.isBefore(CLOSES) ? moment : workday(moment.plusDays(1)).with(OPENS);
  }

  private static ZonedDateTime workday(ZonedDateTime moment) {
    ZonedDateTime day = moment;
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.plusDays(1);
    }
    return day;
  }

  private DueTimes() {}
}
