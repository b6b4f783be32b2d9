package app.vouch.incentive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.TestClock;
import app.vouch.TestDatabase;
import app.vouch.platform.access.Actor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Random sequences of commands, against a model that uses none of the ledger's code: every answer
 * and every refusal is the model's, the counters equal its sums, and debits equal credits.
 */
@QuarkusTest
class LedgerPropertyTest {
  private static final int STEPS_IN_MEMORY = 20;
  private static final int STEPS_ON_DATABASE = 10;
  private static final int DAYS_CLOSED = 10;
  private static final Actor FAY = new Actor(Actor.Type.ACTOR, "crm:fay", "Fay");

  @Inject LedgerService ledger;
  @Inject LedgerPeriodService periods;
  @Inject LedgerHarness books;
  @Inject MemoryLedger.Maker memory;
  @Inject TestClock testClock;
  @Inject Clock clock;

  @Test
  void shouldAgreeWithTheModelInMemory() {
    SplittableRandom random = seeded();
    UUID tenant = books.tenant();
    int[] counts =
        books.as(
            tenant,
            FAY,
            () -> {
              int[] sums = new int[2];
              for (int number = 0; number < 10_000; number++) {
                Instant now = clock.instant();
                LedgerSequence sequence =
                    new LedgerSequence(
                        memory.make(now, closedThrough(now)),
                        "m" + number,
                        random.split(),
                        now,
                        endOf(closedThrough(now)));
                for (int step = 0; step < STEPS_IN_MEMORY; step++) {
                  sequence.step(step);
                  sequence.requireAgreement("sequence " + number + ", step " + step);
                }
                sums[0] += sequence.taken();
                sums[1] += sequence.refused();
              }
              return sums;
            });

    assertThat(counts[0]).as("taken").isGreaterThan(10_000);
    assertThat(counts[1]).as("refused").isGreaterThan(10_000);
  }

  @Test
  void shouldAgreeWithTheModelOnTheDatabase() {
    onTheDatabase(TestDatabase.rounds(300));
  }

  @Test
  @Tag("soak")
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  @EnabledIfSystemProperty(named = "vouch.soak", matches = "true")
  void shouldAgreeWithTheModelOnTheDatabaseForLong() {
    onTheDatabase(10_000);
  }

  private void onTheDatabase(int sequences) {
    SplittableRandom random = seeded();
    UUID tenant = books.tenant();
    Instant base = clock.instant();
    LocalDate closed = closedThrough(base);
    books.as(tenant, FAY, () -> periods.close(new CloseLedgerPeriod(closed, null, null)).view());
    LedgerUnderTest subject = new OnDatabase(tenant);
    for (int number = 0; number < sequences; number++) {
      LedgerSequence sequence =
          new LedgerSequence(subject, "d" + number, random.split(), base, endOf(closed));
      for (int step = 0; step < STEPS_ON_DATABASE; step++) {
        sequence.step(step);
      }
      sequence.end();
      sequence.requireAgreement("sequence " + number);
    }
    books.requireSound(tenant);
  }

  private static LocalDate closedThrough(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(DAYS_CLOSED);
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static SplittableRandom seeded() {
    long seed = Long.getLong("vouch.seed", System.nanoTime());
    System.out.println(
        "LedgerPropertyTest seed: " + seed + " (repeat with -Dvouch.seed=" + seed + ")");
    return new SplittableRandom(seed);
  }

  private final class OnDatabase implements LedgerUnderTest {
    private final UUID tenant;

    OnDatabase(UUID tenant) {
      this.tenant = tenant;
    }

    @Override
    public LedgerService service() {
      return ledger;
    }

    @Override
    public <T> T in(Supplier<T> command) {
      return books.in(tenant, command);
    }

    @Override
    public Map<AccountKey, Counters> counters(String owner) {
      return books.countersOf(tenant, owner);
    }

    @Override
    public Instant now() {
      return clock.instant();
    }

    @Override
    public void pass(Duration time) {
      testClock.advance(time);
    }

    @Override
    public boolean hasTimers() {
      return true;
    }
  }
}
