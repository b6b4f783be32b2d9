package app.vouch.shared;

import java.time.ZoneId;
import java.util.Optional;

/** Time zones as callers name them. */
public final class TimeZones {

  /** A region of the time zone database, or UTC; offsets are none, because they know no summer. */
  public static Optional<ZoneId> of(String name) {
    return ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }

  private TimeZones() {}
}
