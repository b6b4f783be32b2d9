package app.vouch.incentive;

import app.vouch.deal.DealFacts;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a simulation is.
 *
 * @param deals how many deals of the program it went through
 * @param since when the last deal was closed
 * @param after the last deal
 */
record SimulationPlace(int deals, Instant since, UUID after) {

  static SimulationPlace parse(@Nullable String cursor, Instant from) {
    if (cursor == null) {
      return new SimulationPlace(0, from, new UUID(0, 0));
    }
    String[] parts = cursor.split(" ", 3);
    return new SimulationPlace(
        Integer.parseInt(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
  }

  String text() {
    return deals + " " + since + " " + after;
  }

  /** Behind a deal of another program. */
  SimulationPlace past(DealFacts deal) {
    return new SimulationPlace(deals, Objects.requireNonNull(deal.closedAt()), deal.id());
  }

  SimulationPlace counted() {
    return new SimulationPlace(deals + 1, since, after);
  }
}
