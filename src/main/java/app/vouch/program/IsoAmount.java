package app.vouch.program;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of time as people write it in rules: ISO 8601, years to seconds, never negative.
 *
 * @param text as it was written, such as {@code P90D}, {@code P2W} or {@code PT24H}
 */
public record IsoAmount(String text) {
  private static final Pattern FORM =
      Pattern.compile(
          "(P(?:\\d{1,4}Y)?(?:\\d{1,4}M)?(?:\\d{1,4}W)?(?:\\d{1,4}D)?)(?:T((?:\\d{1,5}H)?(?:\\d{1,6}M)?(?:\\d{1,7}S)?))?");

  /**
   * @throws IllegalArgumentException when the text is no such amount
   */
  public IsoAmount {
    if (!valid(text)) {
      throw new IllegalArgumentException("not an ISO 8601 amount of time: " + text);
    }
  }

  public static Optional<IsoAmount> parse(String text) {
    return valid(text) ? Optional.of(new IsoAmount(text)) : Optional.empty();
  }

  private static boolean valid(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        && (matcher.group(2) == null ? !matcher.group(1).equals("P") : !matcher.group(2).isEmpty());
  }

  /**
   * The calendar part moves the date and keeps the time of day in the zone: a day that has no such
   * date takes the month's last, a time inside a spring gap moves on by the gap, in an autumn
   * overlap the earlier offset counts. The clock part is added after that.
   */
  public Instant addTo(Instant start, ZoneId zone) {
    ZonedDateTime local = start.atZone(zone).plus(period());
    return local.withEarlierOffsetAtOverlap().toInstant().plus(clockTime());
  }

  /** The latest start from which the amount has passed at {@code end}. */
  public Instant subtractFrom(Instant end, ZoneId zone) {
    ZonedDateTime local = end.minus(clockTime()).atZone(zone).minus(period());
    return local.withEarlierOffsetAtOverlap().toInstant();
  }

  public boolean isZero() {
    return period().isZero() && clockTime().isZero();
  }

  private Period period() {
    String date = part(1);
    return date.equals("P") ? Period.ZERO : Period.parse(date);
  }

  private Duration clockTime() {
    String time = part(2);
    return time.isEmpty() ? Duration.ZERO : Duration.parse("PT" + time);
  }

  private String part(int group) {
    Matcher matcher = FORM.matcher(text);
    String part = matcher.matches() ? matcher.group(group) : null;
    return part == null ? "" : part;
  }

  @Override
  public String toString() {
    return text;
  }
}
