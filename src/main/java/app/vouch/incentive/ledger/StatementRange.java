package app.vouch.incentive.ledger;

import app.vouch.shared.Unit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an owner's accounts a statement shows, by the time of recording.
 *
 * @param owner whose {@code PAYABLE} and {@code RECEIVABLE} accounts are shown together
 * @param from inclusive; null for the beginning
 * @param to exclusive; null for all until now
 */
public record StatementRange(
    String owner, Unit currency, @Nullable Instant from, @Nullable Instant to) {
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  Instant start() {
    return from == null ? Instant.EPOCH : from;
  }

  Instant end() {
    return to == null ? END : to;
  }
}
