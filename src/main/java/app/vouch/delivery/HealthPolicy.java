package app.vouch.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When an endpoint that fails is held, told about and disabled. The days until it is disabled count
 * from when failures span {@code failingAfter}.
 */
record HealthPolicy(
    int holdAfterFailures,
    int holdAfterRefusals,
    Duration probeEvery,
    Duration failingAfter,
    Duration disableAfter) {

  /** Parts of the time until it is disabled, in hundredths, at which its tenant is warned. */
  private static final List<Integer> WARNINGS = List.of(50, 70, 90);

  static HealthPolicy of(DeliverySettings settings) {
    return new HealthPolicy(
        settings.holdAfterFailures(),
        settings.holdAfterRefusals(),
        settings.probeEvery(),
        settings.failingAfter(),
        settings.disableAfter());
  }

  Instant disablesAt(Instant failingSince) {
    return failingSince.plus(failingAfter).plus(disableAfter);
  }

  /**
   * When the next notice is due, after so many; the first is due when it is held.
   *
   * @param told how many were given, at least 1
   */
  Instant noticeAfter(int told, Instant failingSince) {
    return isLast(told)
        ? disablesAt(failingSince)
        : failingSince
            .plus(failingAfter)
            .plus(disableAfter.multipliedBy(WARNINGS.get(told - 1)).dividedBy(100));
  }

  /** Whether nothing is left to tell but that it is disabled. */
  boolean isLast(int told) {
    return told > WARNINGS.size();
  }
}
