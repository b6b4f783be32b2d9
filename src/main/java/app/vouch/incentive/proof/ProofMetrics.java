package app.vouch.incentive.proof;

import app.vouch.platform.persistence.Sql;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code vouch_ledger_verifications_total{outcome}} per replica, and {@code
 * vouch_ledger_seal_wait_seconds} of the whole installation, as old as the last sample.
 */
@ApplicationScoped
class ProofMetrics {
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final Sql sql;
  private final AtomicLong oldestWait = new AtomicLong();
  private final Map<VerificationOutcome, Counter> verifications;

  /** Of the sealer's loop only. */
  private long sampleAt = System.nanoTime();

  ProofMetrics(Sql sql, MeterRegistry registry) {
    this.sql = sql;
    Gauge.builder("vouch.ledger.seal.wait", oldestWait, AtomicLong::get)
        .description("How long the oldest ledger entry has waited to be sealed")
        .baseUnit("seconds")
        .register(registry);
    verifications =
        Arrays.stream(VerificationOutcome.values())
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    outcome ->
                        Counter.builder("vouch.ledger.verifications")
                            .description("Verifications of a tenant's ledger, by what they found")
                            .tag("outcome", outcome.name())
                            .register(registry)));
  }

  void verified(VerificationOutcome outcome) {
    Objects.requireNonNull(verifications.get(outcome)).increment();
  }

  /** Asks the database, if the last answer is old. */
  void sample() {
    if (System.nanoTime() - sampleAt >= 0) {
      sampleAt = System.nanoTime() + EVERY.toNanos();
      oldestWait.set(
          sql.list(
                  """
                  select coalesce(timestampdiff(second, min(e.recorded_at), utc_timestamp(6)), 0)
                    as wait
                  from ledger_unsealed u
                  join ledger_entry e on e.tenant_id = u.tenant_id and e.id = u.entry_id""",
                  row -> row.number("wait"))
              .getFirst());
    }
  }
}
