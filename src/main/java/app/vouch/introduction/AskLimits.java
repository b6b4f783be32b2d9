package app.vouch.introduction;

import app.vouch.program.ConnectorProtection;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often, and for which deals, a connector may be asked. Pure. */
final class AskLimits {
  /** "Per quarter": the days before the ask, whatever the calendar says. */
  static final Duration WINDOW = Duration.ofDays(90);

  /** What the rule {@code connector-limit} names. */
  enum Limit {
    ASKS_PER_90_DAYS,
    COOL_DOWN,
    DEAL_FLOOR
  }

  /**
   * A limit that an ask would break.
   *
   * @param freesAt when it allows an ask again; null: not by waiting
   */
  record Broken(Limit limit, @Nullable Instant freesAt) {}

  private final ConnectorProtection protection;
  private final ZoneId zone;

  AskLimits(ConnectorProtection protection, ZoneId zone) {
    this.protection = protection;
    this.zone = zone;
  }

  /** Since when asks matter to an ask made now. */
  Instant since(Instant now) {
    Instant quarter = now.minus(WINDOW);
    Instant coolDown = protection.coolDown().subtractFrom(now, zone);
    return coolDown.isBefore(quarter) ? coolDown : quarter;
  }

  /**
   * @param asks when the connector was asked before, the oldest first, without those given back
   * @throws Refusal.Rule {@code connector-limit}, naming the limit that holds longest
   */
  void check(List<Instant> asks, Instant now) {
    broken(asks, now)
        .ifPresent(
            broken -> {
              throw refusal(broken);
            });
  }

  Optional<Broken> broken(List<Instant> asks, Instant now) {
    return Stream.of(perQuarter(asks, now), coolDown(asks, now))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(AskLimits::end));
  }

  private static Instant end(Broken broken) {
    return broken.freesAt() == null ? Instant.MAX : broken.freesAt();
  }

  private Optional<Broken> perQuarter(List<Instant> asks, Instant now) {
    List<Instant> counted = asks.stream().filter(at -> at.isAfter(now.minus(WINDOW))).toList();
    int tooMany = counted.size() - protection.asksPer90Days();
    if (tooMany < 0) {
      return Optional.empty();
    }
    Instant freesAt = protection.asksPer90Days() == 0 ? null : counted.get(tooMany).plus(WINDOW);
    return Optional.of(new Broken(Limit.ASKS_PER_90_DAYS, freesAt));
  }

  private Optional<Broken> coolDown(List<Instant> asks, Instant now) {
    return asks.stream()
        .max(Comparator.naturalOrder())
        .map(last -> protection.coolDown().addTo(last, zone))
        .filter(now::isBefore)
        .map(freesAt -> new Broken(Limit.COOL_DOWN, freesAt));
  }

  private Refusal refusal(Broken broken) {
    Map<String, Object> facts = new HashMap<>(Map.of("limit", broken.limit().name()));
    Instant freesAt = broken.freesAt();
    if (freesAt != null) {
      facts.put("freesAt", freesAt.toString());
    }
    String rule =
        broken.limit() == Limit.COOL_DOWN
            ? "once in " + protection.coolDown()
            : protection.asksPer90Days() + " times in 90 days";
    return new Refusal.Rule(
        ProblemType.CONNECTOR_LIMIT,
        "the connector may be asked %s at most; %s"
            .formatted(rule, freesAt == null ? "ask somebody else" : "ask again from " + freesAt),
        facts);
  }

  /**
   * @param deal what the introduction is worth; null: unknown, and every amount will do
   * @throws Refusal.Rule {@code connector-limit}, naming the floor; {@code currency-mismatch}
   */
  void checkFloor(@Nullable Money deal) {
    Money floor = protection.dealFloor();
    if (floor != null && deal != null && deal.minus(floor).isNegative()) {
      throw new Refusal.Rule(
          ProblemType.CONNECTOR_LIMIT,
          "the connector is asked for deals from %s only; this one is %s".formatted(floor, deal),
          Map.of("limit", Limit.DEAL_FLOOR.name(), "floor", floor.view()));
    }
  }
}
