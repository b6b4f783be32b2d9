package app.vouch.incentive.ledger;

import static app.vouch.incentive.ledger.SamplePostings.USD;
import static app.vouch.incentive.ledger.SamplePostings.posting;
import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * 64 threads on 80 accounts and on one limited account: the same keys, posts, voids and reversals
 * at once, and locks taken in the wrong order. Afterwards each acknowledged entry is there once and
 * nothing else is.
 */
@QuarkusTest
class LedgerStormTest {
  private static final int THREADS = 64;
  private static final int PAIRS = 40;
  private static final long BUDGET = 1_000;
  private static final AccountCode LIMITED = new AccountCode(AccountKind.EXPENSE, "limited");

  @Inject LedgerService ledger;
  @Inject LedgerHarness books;
  @Inject EntityManager entities;

  private final Map<String, Set<UUID>> acknowledged = new ConcurrentHashMap<>();
  private final Map<ProblemType, Integer> refused = new ConcurrentHashMap<>();
  private UUID tenant = new UUID(0, 0);

  @Test
  void shouldKeepExactlyWhatItAcknowledged() throws Exception {
    tenant = books.tenant();
    Random random = new Random(Long.getLong("vouch.seed", 4L));
    List<UUID> holds = new ArrayList<>();
    List<UUID> originals = new ArrayList<>();
    books.in(
        tenant,
        () -> {
          ledger.limit(LIMITED, USD, new Money(BUDGET, USD));
          return true;
        });
    for (int pair = 0; pair < PAIRS; pair++) {
      int number = pair;
      originals.add(write("fund:" + pair, () -> ledger.post(accrual("fund:" + number, number))));
      holds.add(write("held:" + pair, () -> ledger.hold(accrual("held:" + number, number))));
    }
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int round = 0; round < PAIRS; round++) {
      tasks.addAll(round(round, holds.get(round), originals.get(round), random));
    }
    Collections.shuffle(tasks, random);

    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        done.get();
      }
    }

    System.out.println("LedgerStormTest refused: " + refused);
    requireExactlyTheAcknowledged();
    requireOnce("post", "void");
    requireOnce("undo", "redo");
    books.requireSound(tenant);
    books.requireNoneBelowZero(tenant);
    Counters limited = books.counters(tenant, LIMITED, "USD");
    assertThat(limited.spent()).isLessThanOrEqualTo(BUDGET).isGreaterThan(BUDGET - 70);
    assertThat(refused).containsKey(ProblemType.LEDGER_LIMIT);
  }

  private List<Callable<Boolean>> round(int round, UUID hold, UUID original, Random random) {
    AccountCode here = expense(round);
    AccountCode there = expense(random.nextInt(PAIRS));
    Posting back = posting("x", payable(round), here, 1_000).reversing(original);
    String limited = "limited:" + round;
    return List.of(
        () -> attempt("same:" + round, () -> ledger.post(accrual("same:" + round, round))),
        () -> attempt("same:" + round, () -> ledger.post(accrual("same:" + round, round))),
        () -> attempt("post:" + round, () -> ledger.postHold(hold, "post:" + round)),
        () -> attempt("void:" + round, () -> ledger.voidHold(hold, "void:" + round)),
        () -> attempt("undo:" + round, () -> ledger.post(named(back, "undo:" + round))),
        () -> attempt("redo:" + round, () -> ledger.post(named(back, "redo:" + round))),
        () ->
            attempt(
                limited + ":post",
                () -> ledger.post(posting(limited + ":post", LIMITED, payable(round), 35))),
        () ->
            attempt(
                limited + ":hold",
                () -> ledger.hold(posting(limited + ":hold", LIMITED, payable(round), 35))),
        () -> attempt("cross:" + round, () -> crossing("cross:" + round, here, there, round)),
        () -> attempt("cross2:" + round, () -> crossing("cross2:" + round, there, here, round)));
  }

  /** Locks one account, then others in any order: two of these wait for each other. */
  private UUID crossing(String key, AccountCode first, AccountCode second, int round) {
    ledger.limit(first, USD, null);
    Money money = new Money(3, USD);
    return ledger.post(
        Posting.of(
            key,
            Leg.debit(second, money),
            Leg.credit(payable(round), money),
            Leg.debit(first, money),
            Leg.credit(payable((round + 1) % PAIRS), money)));
  }

  private boolean attempt(String key, Supplier<UUID> step) {
    try {
      write(key, step);
      return true;
    } catch (Refusal no) {
      refused.merge(no.type(), 1, Integer::sum);
      return false;
    }
  }

  private UUID write(String key, Supplier<UUID> step) {
    UUID id = books.in(tenant, step);
    acknowledged.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(id);
    return id;
  }

  private void requireExactlyTheAcknowledged() {
    assertThat(acknowledged).allSatisfy((key, ids) -> assertThat(ids).as(key).hasSize(1));
    Map<String, UUID> booked =
        books.read(
            tenant,
            () ->
                entities
                    .createQuery("from LedgerEntry", LedgerEntry.class)
                    .getResultStream()
                    .collect(Collectors.toMap(LedgerEntry::key, LedgerEntry::id)));
    assertThat(booked.keySet()).isEqualTo(new HashSet<>(acknowledged.keySet()));
    booked.forEach((key, id) -> assertThat(acknowledged.get(key)).as(key).containsExactly(id));
  }

  /** Of two that exclude each other, one was taken, or none where the service gave up. */
  private void requireOnce(String one, String other) {
    int none = 0;
    for (int round = 0; round < PAIRS; round++) {
      boolean first = acknowledged.containsKey(one + ":" + round);
      boolean second = acknowledged.containsKey(other + ":" + round);
      assertThat(first && second).as("%s and %s %d", one, other, round).isFalse();
      none += first || second ? 0 : 1;
    }
    assertThat(none)
        .as("rounds in which neither %s nor %s was taken", one, other)
        .isLessThanOrEqualTo(refused.getOrDefault(ProblemType.TRY_AGAIN, 0));
  }

  private static Posting accrual(String key, int pair) {
    return posting(key, expense(pair), payable(pair), 1_000);
  }

  private static Posting named(Posting posting, String key) {
    return new Posting(
        key, posting.legs(), posting.effectiveAt(), posting.reverses(), posting.corrects());
  }

  private static AccountCode expense(int pair) {
    return new AccountCode(AccountKind.EXPENSE, "program-" + pair);
  }

  private static AccountCode payable(int pair) {
    return new AccountCode(AccountKind.PAYABLE, IdType.PERSON.format(new UUID(0x7000L, pair)));
  }
}
