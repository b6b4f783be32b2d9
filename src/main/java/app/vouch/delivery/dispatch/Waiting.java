package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A lane with deliveries that are due, or whose endpoint is off.
 *
 * @param bands of the deliveries that wait
 * @param room how many more it may have under way now
 */
record Waiting(Lane lane, LaneTerms terms, Gate gate, Set<Band> bands, int room) {
  Waiting {
    bands = Set.copyOf(bands);
  }

  /** With the bands of another reading of the same lane. */
  Waiting and(Waiting other) {
    Set<Band> all = EnumSet.copyOf(bands);
    all.addAll(other.bands);
    return new Waiting(lane, terms, gate, all, room);
  }

  /**
   * As it is a little later.
   *
   * @param sending how many are under way now
   */
  Waiting besides(int sending) {
    return new Waiting(lane, terms, gate, bands, Math.max(0, terms.concurrency() - sending));
  }

  /** Whether some of it has to be held. */
  boolean isStopped() {
    return !bands.stream().allMatch(gate::lets);
  }

  /** Without what has to be held. */
  Waiting passing() {
    return new Waiting(
        lane, terms, gate, bands.stream().filter(gate::lets).collect(Collectors.toSet()), room);
  }
}
