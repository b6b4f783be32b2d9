package app.vouch.incentive;

import app.vouch.program.IsoAmount;
import app.vouch.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * How much of a paid reward is taken back when its cause falls away inside the clawback window: as
 * many of its parts as days of the window are left. Pure.
 *
 * @param days of the whole window
 * @param left from 0 to days
 */
record ClawbackShare(long days, long left) {

  /** Days are those of the calendar in the zone. */
  static ClawbackShare of(IsoAmount window, Instant paidAt, Instant now, ZoneId zone) {
    var end = window.addTo(paidAt, zone).atZone(zone).toLocalDate();
    long days = ChronoUnit.DAYS.between(paidAt.atZone(zone).toLocalDate(), end);
    long left = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), end);
    return new ClawbackShare(days, Math.clamp(left, 0, days));
  }

  /** Exact, then rounded half up to the minor unit. */
  Money takenBack(Money paid) {
    if (left == days) {
      return paid;
    }
    long minor =
        BigDecimal.valueOf(paid.minor())
            .multiply(BigDecimal.valueOf(left))
            .divide(BigDecimal.valueOf(days), 0, RoundingMode.HALF_UP)
            .longValueExact();
    return new Money(minor, paid.currency());
  }
}
