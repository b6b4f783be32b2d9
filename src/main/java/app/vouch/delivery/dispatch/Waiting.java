package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;
import java.util.Set;

/**
 * A lane with deliveries that are due, or whose endpoint is off.
 *
 * @param on whether the endpoint takes deliveries
 * @param bands of the deliveries that wait
 * @param room how many more it may have under way now
 */
record Waiting(Lane lane, LaneTerms terms, boolean on, Set<Band> bands, int room) {
  Waiting {
    bands = Set.copyOf(bands);
  }
}
