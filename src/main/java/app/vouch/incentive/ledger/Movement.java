package app.vouch.incentive.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What one leg does to its account.
 *
 * @param amount held by a pending entry, moved by a posted one, given up by a voided one
 * @param released what the leg frees of the hold that its entry resolves
 */
record Movement(AccountKey account, Side side, long amount, long released) {

  /** An entry that resolves nothing. */
  static List<Movement> of(List<Leg> legs) {
    return legs.stream()
        .map(leg -> new Movement(leg.key(), leg.side(), leg.amount().minor(), 0))
        .toList();
  }

  /** An entry that resolves a pending one, whole. */
  static List<Movement> resolving(List<Movement> held) {
    return held.stream()
        .map(m -> new Movement(m.account(), m.side(), m.amount(), m.amount()))
        .toList();
  }

  /**
   * An entry that posts a part of a pending one and frees the rest.
   *
   * @throws IllegalArgumentException when the legs are not the held ones with smaller amounts
   */
  static List<Movement> resolving(List<Movement> held, List<Leg> part) {
    if (part.size() != held.size()) {
      throw new IllegalArgumentException(
          "a part has as many legs as its pending entry: " + held.size());
    }
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      Movement whole = held.get(i);
      Leg leg = part.get(i);
      if (!leg.key().equals(whole.account())
          || leg.side() != whole.side()
          || leg.amount().minor() > whole.amount()) {
        throw new IllegalArgumentException(
            "leg %d is no part of the pending entry's: %s".formatted(i + 1, leg));
      }
      movements.add(
          new Movement(whole.account(), whole.side(), leg.amount().minor(), whole.amount()));
    }
    return movements;
  }
}
