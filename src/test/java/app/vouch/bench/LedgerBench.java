package app.vouch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.TestDatabase;
import app.vouch.incentive.ledger.AccountCode;
import app.vouch.incentive.ledger.AccountKind;
import app.vouch.incentive.ledger.LedgerHarness;
import app.vouch.incentive.ledger.LedgerService;
import app.vouch.incentive.ledger.Leg;
import app.vouch.incentive.ledger.Posting;
import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code make bench-ledger}: entries per second of the ledger inside the service's own process,
 * without HTTP, beside a bare JDBC program that writes the same rows. No test class of the suite.
 */
@QuarkusTest
@Tag("bench")
class LedgerBench {
  private static final Unit USD = Unit.of("USD");
  private static final Money AMOUNT = new Money(100, USD);
  private static final Actor BENCH = Actor.system("ledger-bench");
  private static final int PAIRS = 80;
  private static final int BATCH = 100;
  private static final List<Integer> CALLERS = List.of(1, 8);
  private static final AccountCode HOT = new AccountCode(AccountKind.EXPENSE, "hot");

  private final AtomicLong keys = new AtomicLong();

  @Inject LedgerService ledger;
  @Inject LedgerHarness books;
  @Inject TenantScope scope;

  private UUID tenant = new UUID(0, 0);
  private UUID floorTenant = new UUID(0, 0);

  @Test
  void measure() throws Exception {
    BenchSettings settings = BenchSettings.from(System.getenv());
    BenchDatabase database =
        new BenchDatabase(TestDatabase.url(), TestDatabase.user(), TestDatabase.password(), null);
    tenant = books.tenant();
    floorTenant = books.tenant();
    in(
        () -> {
          ledger.limit(HOT, USD, new Money(Long.MAX_VALUE / 2, USD));
          return true;
        });
    List<LedgerFloor.Pair> pairs = floorPairs(database);
    LedgerFloor.Pair first = pairs.getFirst();
    Supplier<LedgerFloor.Pair> spread = () -> pairs.get(random());
    Supplier<LedgerFloor.Pair> hot =
        () -> new LedgerFloor.Pair(first.debit(), pairs.get(random()).credit());

    List<Comparison> one = new ArrayList<>();
    List<Comparison> batches = new ArrayList<>();
    List<Comparison> hotOnes = new ArrayList<>();
    one(LedgerBench::expense).make();
    int body = body(database);
    for (int callers : CALLERS) {
      one.add(
          compare(
              "one at a time, spread",
              callers,
              one(LedgerBench::expense),
              floors(database, callers, spread, 1, body),
              settings));
    }
    hotOnes.add(
        compare(
            "one at a time, one hot account",
            8,
            one(() -> HOT),
            floors(database, 8, hot, 1, body),
            settings));
    batch().make();
    int linked = body(database);
    for (int callers : CALLERS) {
      batches.add(
          compare(
              "batches of " + BATCH,
              callers,
              batch(),
              floors(database, callers, spread, BATCH, linked),
              settings));
    }

    books.requireSound(tenant);
    double share = hotOnes.getFirst().service().perSecond() / one.getLast().service().perSecond();
    String text =
        LedgerBenchDocument.text(
            BenchDocument.facts(Machine.here(), database.version(), LocalDate.now()),
            settings,
            new LedgerBenchDocument.Measured(one, hotOnes, batches, BATCH, share));
    System.out.println(text);
    assertThat(share).isPositive();
    if (settings.forTheDocument()) {
      Files.writeString(LedgerBenchDocument.FILE, text);
      System.out.printf(Locale.ROOT, "Written to %s%n", LedgerBenchDocument.FILE);
    }
  }

  private Comparison compare(
      String what, int callers, Load.Call service, List<LedgerFloor> floors, BenchSettings settings)
      throws Exception {
    try {
      return Comparison.measure(
          what, java.util.Collections.nCopies(callers, service), floors, settings);
    } finally {
      for (LedgerFloor floor : floors) {
        floor.close();
      }
    }
  }

  private Load.Call one(Supplier<AccountCode> debit) {
    return () -> in(() -> ledger.post(posting(debit.get())));
  }

  private Load.Call batch() {
    return () ->
        in(
            () -> {
              List<Posting> postings = new ArrayList<>();
              for (int i = 0; i < BATCH; i++) {
                postings.add(posting(expense()));
              }
              return ledger.postLinked(postings);
            });
  }

  private <T> T in(Supplier<T> step) {
    return scope.call(
        tenant, BENCH, "ledger-bench", () -> QuarkusTransaction.requiringNew().call(step::get));
  }

  /** Keys are as long as a reward's. */
  private Posting posting(AccountCode debit) {
    String key = "rwd_01jd5k3v9mfe5tqxx3mz6n0000:GRANT:%d".formatted(keys.incrementAndGet());
    return Posting.of(key, Leg.debit(debit, AMOUNT), Leg.credit(payable(), AMOUNT));
  }

  private static AccountCode expense() {
    return new AccountCode(AccountKind.EXPENSE, IdType.PROGRAM.format(new UUID(0x7000L, random())));
  }

  private static AccountCode payable() {
    return new AccountCode(AccountKind.PAYABLE, IdType.PERSON.format(new UUID(0x7000L, random())));
  }

  private static int random() {
    return ThreadLocalRandom.current().nextInt(PAIRS);
  }

  private List<LedgerFloor.Pair> floorPairs(BenchDatabase database) throws SQLException {
    List<LedgerFloor.Pair> pairs = new ArrayList<>();
    try (Connection connection = database.connect()) {
      for (int i = 0; i < PAIRS; i++) {
        pairs.add(
            new LedgerFloor.Pair(
                LedgerFloor.account(connection, floorTenant, "EXPENSE:floor-" + i),
                LedgerFloor.account(connection, floorTenant, "PAYABLE:floor-" + i)));
      }
    }
    return pairs;
  }

  private List<LedgerFloor> floors(
      BenchDatabase database, int callers, Supplier<LedgerFloor.Pair> pairs, int entries, int body)
      throws SQLException {
    List<LedgerFloor> floors = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      floors.add(new LedgerFloor(database.connect(), floorTenant, pairs, entries, body));
    }
    return floors;
  }

  private static int body(BenchDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return LedgerFloor.bodyOfTheLast(connection);
    }
  }
}
