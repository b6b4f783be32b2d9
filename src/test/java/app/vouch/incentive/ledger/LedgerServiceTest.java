package app.vouch.incentive.ledger;

import static app.vouch.incentive.ledger.AtOnce.atOnce;
import static app.vouch.incentive.ledger.SamplePostings.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerServiceTest {
  @Inject LedgerService ledger;
  @Inject LedgerReportService reports;
  @Inject LedgerHarness books;

  private UUID tenant;

  @BeforeEach
  void ownBooks() {
    tenant = books.tenant();
  }

  @Test
  void shouldAnswerTheFirstEntryWhenKeyAndContentAreRepeated() {
    UUID first = in(() -> ledger.post(accrual("a:GRANT:1", 100)));
    UUID second = in(() -> ledger.post(accrual("a:GRANT:1", 100)));

    assertThat(second).isEqualTo(first);
    assertThat(counters(EXPENSE)).isEqualTo(new Counters(0, 0, 100, 0));
  }

  @Test
  void shouldRefuseWhenAKeyComesWithOtherContent() {
    in(() -> ledger.post(accrual("a:GRANT:1", 100)));

    assertRefused(
        ProblemType.ENTRY_KEY_REUSED, () -> in(() -> ledger.post(accrual("a:GRANT:1", 101))));
    assertRefused(
        ProblemType.ENTRY_KEY_REUSED, () -> in(() -> ledger.hold(accrual("a:GRANT:1", 100))));
    assertThat(counters(EXPENSE)).isEqualTo(new Counters(0, 0, 100, 0));
  }

  @Test
  void shouldResolveOnceWhenAHoldIsPostedAndVoided() {
    UUID pending = in(() -> ledger.hold(accrual("a:GRANT:1", 100)));
    in(() -> ledger.postHold(pending, "a:APPROVE:2"));

    assertRefused(
        ProblemType.ENTRY_ALREADY_RESOLVED, () -> in(() -> ledger.voidHold(pending, "a:DENY:3")));
    assertRefused(
        ProblemType.ENTRY_ALREADY_RESOLVED,
        () -> in(() -> ledger.postHold(pending, "a:APPROVE:3")));
    assertThat(counters(PAYABLE)).isEqualTo(new Counters(0, 0, 0, 100));
  }

  @Test
  void shouldVoidTheRestWhenAPartIsPosted() {
    UUID pending = in(() -> ledger.hold(accrual("a:GRANT:1", 100)));

    in(() -> ledger.postHold(pending, "a:APPROVE:2", accrual("x", 60).legs()));

    assertThat(counters(EXPENSE)).isEqualTo(new Counters(0, 0, 60, 0));
    assertThat(counters(PAYABLE)).isEqualTo(new Counters(0, 0, 0, 60));
    assertRefused(
        ProblemType.ENTRY_ALREADY_RESOLVED, () -> in(() -> ledger.voidHold(pending, "a:DENY:3")));
    books.requireSound(tenant);
  }

  @Test
  void shouldShowWhatBecameOfAHoldWhenItIsRead() {
    UUID pending = in(() -> ledger.hold(accrual("a:GRANT:1", 100)));
    UUID posted = in(() -> ledger.postHold(pending, "a:APPROVE:2"));

    LedgerEntryView hold = books.read(tenant, () -> reports.entry(IdType.ENTRY.format(pending)));
    LedgerEntryView entry = books.read(tenant, () -> reports.entry(IdType.ENTRY.format(posted)));

    assertThat(hold.resolution())
        .isEqualTo(new LedgerEntryView.Resolution(EntryKind.POSTED, IdType.ENTRY.format(posted)));
    assertThat(entry.resolves()).isEqualTo(IdType.ENTRY.format(pending));
    assertThat(entry.legs().getFirst().balanceAfter().amount()).isEqualTo("1.00");
    assertThat(entry.hash()).hasSize(64).isNotEqualTo(hold.hash());
  }

  @Test
  void shouldLetExactlyOneWinWhenTwoRaceForTheLastMoney() throws Exception {
    in(() -> ledger.post(accrual("a:GRANT:1", 100)));

    List<Object> outcomes =
        atOnce(
            () -> in(() -> ledger.hold(payment("p1:APPROVE:1", 100))),
            () -> in(() -> ledger.hold(payment("p2:APPROVE:1", 100))));

    assertThat(outcomes).filteredOn(UUID.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Refusal.Rule.class::isInstance)
        .singleElement()
        .satisfies(no -> assertThat(((Refusal) no).type()).isEqualTo(ProblemType.LEDGER_LIMIT));
    assertThat(counters(PAYABLE)).isEqualTo(new Counters(100, 0, 0, 100));
    books.requireSound(tenant);
  }

  @Test
  void shouldKeepABudgetWhenHoldsAreCounted() {
    budget(Money.ofMinor(100, "USD"));
    UUID held = in(() -> ledger.hold(accrual("a:GRANT:1", 70)));

    assertThat(room()).contains(Money.ofMinor(30, "USD"));
    assertRefused(ProblemType.LEDGER_LIMIT, () -> in(() -> ledger.hold(accrual("b:GRANT:1", 31))));
    in(() -> ledger.voidHold(held, "a:DENY:2"));
    in(() -> ledger.post(accrual("b:GRANT:1", 100)));

    assertThat(room()).contains(Money.ofMinor(0, "USD"));
    LedgerAccountView account =
        books
            .read(
                tenant, () -> reports.accounts(PageRequest.parse(null, null), null, EXPENSE.text()))
            .data()
            .getFirst();
    assertThat(account.limit()).isEqualTo(Money.ofMinor(100, "USD").shown());
    assertThat(account.room()).isEqualTo(Money.ofMinor(0, "USD").shown());
    books.requireSound(tenant);
  }

  @Test
  void shouldSayHowFarBeyondWhenABudgetIsLowered() {
    in(() -> ledger.post(accrual("a:GRANT:1", 100)));
    assertThat(room()).isEmpty();

    budget(Money.ofMinor(40, "USD"));
    assertThat(room()).contains(Money.ofMinor(-60, "USD"));
    assertRefused(ProblemType.LEDGER_LIMIT, () -> in(() -> ledger.post(accrual("b:GRANT:1", 1))));

    budget(null);
    assertThat(room()).isEmpty();
    in(() -> ledger.post(accrual("b:GRANT:1", 1)));
  }

  @Test
  void shouldLetExactlyOneWinWhenTwoRaceForTheRestOfABudget() throws Exception {
    budget(Money.ofMinor(100, "USD"));

    List<Object> outcomes =
        atOnce(
            () -> in(() -> ledger.hold(accrual("a:GRANT:1", 60))),
            () -> in(() -> ledger.hold(accrual("b:GRANT:1", 60))));

    assertThat(outcomes).filteredOn(UUID.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Refusal.Rule.class::isInstance)
        .singleElement()
        .satisfies(no -> assertThat(((Refusal) no).type()).isEqualTo(ProblemType.LEDGER_LIMIT));
    assertThat(room()).contains(Money.ofMinor(40, "USD"));
  }

  @Test
  void shouldRefuseALimitWhereNoneIsPossible() {
    assertThatThrownBy(
            () ->
                in(
                    () -> {
                      ledger.limit(PAYABLE, USD, Money.ofMinor(1, "USD"));
                      return tenant;
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void budget(@Nullable Money limit) {
    in(
        () -> {
          ledger.limit(EXPENSE, USD, limit);
          return tenant;
        });
  }

  private Optional<Money> room() {
    return books.in(tenant, () -> ledger.room(EXPENSE, USD));
  }

  @Test
  void shouldResolveOnceWhenPostAndVoidRace() throws Exception {
    for (int round = 0; round < 5; round++) {
      String key = "race" + round;
      UUID pending = in(() -> ledger.hold(accrual(key + ":GRANT:1", 100)));

      List<Object> outcomes =
          atOnce(
              () -> in(() -> ledger.postHold(pending, key + ":APPROVE:2")),
              () -> in(() -> ledger.voidHold(pending, key + ":DENY:2")));

      assertThat(outcomes).filteredOn(UUID.class::isInstance).hasSize(1);
    }
    assertThat(counters(EXPENSE).debitsPending()).isZero();
    books.requireSound(tenant);
  }

  @Test
  void shouldMakeOneEntryWhenTheSameKeyComesAtOnce() throws Exception {
    List<Object> outcomes =
        atOnce(
            () -> in(() -> ledger.post(accrual("a:GRANT:1", 100))),
            () -> in(() -> ledger.post(accrual("a:GRANT:1", 100))));

    assertThat(outcomes).hasSize(2).hasOnlyElementsOfType(UUID.class);
    assertThat(outcomes.getFirst()).isEqualTo(outcomes.getLast());
    assertThat(counters(EXPENSE)).isEqualTo(new Counters(0, 0, 100, 0));
  }

  @Test
  void shouldRefuseWhenACounterWouldOverflow() {
    in(() -> ledger.post(accrual("a:GRANT:1", Long.MAX_VALUE)));

    assertRefused(
        ProblemType.AMOUNT_OUT_OF_RANGE, () -> in(() -> ledger.post(accrual("b:GRANT:1", 1))));
    assertThat(counters(EXPENSE).debitsPosted()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldAnswerAnEarlierBalanceWhenAskedAsOfThen() throws InterruptedException {
    in(() -> ledger.post(accrual("a:GRANT:1", 100)));
    UUID second = in(() -> ledger.post(accrual("b:GRANT:1", 50)));
    Instant recorded =
        books.read(tenant, () -> reports.entry(IdType.ENTRY.format(second))).recordedAt();

    assertThat(balanceAsOf(recorded)).isEqualTo("1.50");
    assertThat(balanceAsOf(recorded.minusNanos(1_000))).isEqualTo("1.00");
    assertThat(balanceAsOf(Instant.EPOCH)).isEqualTo("0.00");
  }

  @Test
  void shouldKeepTenantsApartWhenTheyUseTheSameNames() {
    in(() -> ledger.post(accrual("a:GRANT:1", 100)));
    UUID other = books.tenant();

    books.in(other, () -> ledger.post(accrual("a:GRANT:1", 7)));

    assertThat(counters(EXPENSE)).isEqualTo(new Counters(0, 0, 100, 0));
    assertThat(books.counters(other, EXPENSE, "USD")).isEqualTo(new Counters(0, 0, 7, 0));
  }

  private String balanceAsOf(Instant at) {
    return books
        .read(
            tenant,
            () -> reports.balances(PageRequest.parse(null, null), at, null, null, PAYABLE.text()))
        .data()
        .getFirst()
        .balance()
        .amount();
  }

  private UUID in(Supplier<UUID> step) {
    return books.in(tenant, step);
  }

  private Counters counters(AccountCode code) {
    return books.counters(tenant, code, "USD");
  }

  private static void assertRefused(ProblemType type, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.Rule.class, no -> assertThat(no.type()).isEqualTo(type));
  }
}
