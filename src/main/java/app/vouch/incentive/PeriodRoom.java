package app.vouch.incentive;

import app.vouch.program.RewardRule.PeriodCap;
import app.vouch.shared.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a cap in a rolling time leaves for a reward: no stretch of that time that the reward is in
 * may hold more. Pure.
 */
record PeriodRoom(PeriodCap cap, ZoneId zone) {

  /** A reward, and when it was granted. */
  record Granted(Instant at, Money amount) {}

  /**
   * @param at when the reward was granted, or is
   * @param others what else the cap is for
   */
  Money left(Instant at, List<Granted> others) {
    Money none = Money.zero(cap.amount().currency());
    return Stream.concat(Stream.of(at), others.stream().map(Granted::at))
        .filter(end -> isInside(at, end))
        .map(end -> room(end, others))
        .reduce(cap.amount(), Money::min)
        .max(none);
  }

  /** Of the stretch that ends there. */
  private Money room(Instant end, List<Granted> others) {
    return others.stream()
        .filter(other -> isInside(other.at(), end))
        .map(Granted::amount)
        .reduce(cap.amount(), Money::minus);
  }

  private boolean isInside(Instant at, Instant end) {
    return !at.isAfter(end) && at.isAfter(cap.per().subtractFrom(end, zone));
  }
}
