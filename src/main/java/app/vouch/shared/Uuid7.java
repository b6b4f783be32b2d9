package app.vouch.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids: UUIDv7 (RFC 9562) from the service's clock, rising within one process.
 *
 * <p>Layout: 48 bits of milliseconds, 12 bits of the fraction of the millisecond (method 3), 62
 * random bits. When the clock stands still or goes back, the fraction counts on.
 */
@ApplicationScoped
public class Uuid7 {
  private static final int FRACTION_BITS = 12;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  public Uuid7(Clock clock) {
    this.clock = clock;
  }

  public UUID next() {
    Instant now = clock.instant();
    long millis = now.toEpochMilli();
    long fraction = (long) (now.getNano() % 1_000_000) << FRACTION_BITS;
    long tick = millis << FRACTION_BITS | fraction / 1_000_000;
    long used = last.accumulateAndGet(tick, (before, present) -> Math.max(before + 1, present));
    long high = (used >>> FRACTION_BITS) << 16 | 0x7000 | used & 0xFFF;
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** The smallest id that could be made at a moment, or after it. */
  public static UUID firstOf(Instant moment) {
    return new UUID(Math.max(0, moment.toEpochMilli()) << 16, 0);
  }

  /** The moment at which an id was made, to the millisecond. */
  public static Instant madeAt(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
