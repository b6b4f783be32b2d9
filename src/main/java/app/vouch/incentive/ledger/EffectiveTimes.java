package app.vouch.incentive.ledger;

import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * When an entry counts: at the moment at which it is recorded, or at an earlier one that a caller
 * names, never before the entry that it reverses or corrects and never in a closed period.
 */
@ApplicationScoped
class EffectiveTimes {
  private final LedgerRepository ledger;
  private final Periods periods;
  private final Clock clock;

  EffectiveTimes(LedgerRepository ledger, Periods periods, Clock clock) {
    this.ledger = ledger;
    this.periods = periods;
    this.clock = clock;
  }

  /**
   * Called before accounts are locked.
   *
   * @throws Refusal.Rule {@code effective-time-refused} or {@code period-closed}
   * @throws IllegalArgumentException when the entry that it reverses or corrects does not exist
   */
  void require(Posting posting) {
    Instant earliest = earliest(posting);
    Instant wanted = posting.effectiveAt();
    if (wanted == null) {
      return;
    }
    if (wanted.isAfter(clock.instant())) {
      throw refused("%s is in the future; an entry counts now or earlier".formatted(wanted));
    }
    if (wanted.isBefore(earliest)) {
      throw refused(
          "%s is before the entry that it reverses or corrects, which counts from %s on"
              .formatted(wanted, earliest));
    }
    periods.requireOpen(wanted);
  }

  Instant of(Posting posting, Instant recordedAt) {
    Instant wanted = posting.effectiveAt();
    if (wanted != null) {
      return wanted;
    }
    Instant earliest = earliest(posting);
    return earliest.isAfter(recordedAt) ? earliest : recordedAt;
  }

  private Instant earliest(Posting posting) {
    return Stream.of(posting.reverses(), posting.corrects())
        .filter(Objects::nonNull)
        .map(this::original)
        .map(LedgerEntry::effectiveAt)
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }

  private LedgerEntry original(UUID id) {
    return ledger
        .entry(id)
        .orElseThrow(() -> new IllegalArgumentException("no entry " + IdType.ENTRY.format(id)));
  }

  private static Refusal.Rule refused(String detail) {
    return new Refusal.Rule(ProblemType.EFFECTIVE_TIME_REFUSED, detail);
  }
}
