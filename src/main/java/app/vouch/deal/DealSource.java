package app.vouch.deal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How new a change is, by the CRM's own count: the version decides where both sides have one, else
 * the time does.
 */
record DealSource(@Nullable Long version, @Nullable Instant time) {

  boolean olderThan(DealSource other) {
    if (version != null && other.version != null) {
      return version < other.version;
    }
    return time != null && other.time != null && time.isBefore(other.time);
  }

  /** What is known after this change: what it left out stays. */
  DealSource over(DealSource before) {
    return new DealSource(
        version == null ? before.version : version, time == null ? before.time : time);
  }
}
