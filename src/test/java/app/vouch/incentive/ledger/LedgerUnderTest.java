package app.vouch.incentive.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** A ledger that takes random commands, wherever it keeps its rows. */
interface LedgerUnderTest {
  LedgerService service();

  /** Runs a command, as a transaction of its own where there are transactions. */
  <T> T in(Supplier<T> command);

  /** How the accounts of an owner stand. */
  Map<AccountKey, Counters> counters(String owner);

  Instant now();

  void pass(Duration time);

  /** Whether holds are given up by themselves when time passes. */
  boolean hasTimers();
}
