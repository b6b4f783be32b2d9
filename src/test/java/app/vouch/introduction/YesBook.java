package app.vouch.introduction;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who has said yes, and until when it holds: the simplest book that can be kept, beside the
 * service's own. What is written while a clock runs is known to lie between two moments.
 */
final class YesBook {
  private static final Duration LIFE = Duration.ofDays(30);

  private final Map<Party, Yes> given = new EnumMap<>(Party.class);

  private record Yes(Instant surelyUntil, Instant perhapsUntil) {}

  void said(Party party, Instant notBefore, Instant notAfter) {
    given.put(party, new Yes(notBefore.plus(LIFE), notAfter.plus(LIFE)));
  }

  void tookBack(Party party) {
    given.remove(party);
  }

  /** Whether there was a moment in between at which both yeses held. */
  boolean couldIntroduce(Instant notBefore) {
    return given.size() == Party.values().length
        && given.values().stream().allMatch(yes -> notBefore.isBefore(yes.perhapsUntil()));
  }

  /** Whether both yeses held all the time until then. */
  boolean mustIntroduce(Instant notAfter) {
    return given.size() == Party.values().length
        && given.values().stream().allMatch(yes -> notAfter.isBefore(yes.surelyUntil()));
  }
}
