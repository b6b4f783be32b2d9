package app.vouch.incentive.ledger;

import static app.vouch.incentive.ledger.SamplePostings.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.platform.access.Actor;
import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An entry counts when it says, and is known from when it was recorded. */
@QuarkusTest
class LedgerTimesTest {
  private static final Actor FAY = new Actor(Actor.Type.ACTOR, "crm:fay", "Fay");

  @Inject LedgerService ledger;
  @Inject LedgerReportService reports;
  @Inject LedgerPeriodService periods;
  @Inject LedgerHarness books;
  @Inject Clock clock;

  private UUID tenant;
  private Instant now;

  @BeforeEach
  void ownBooks() {
    tenant = books.tenant();
    now = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Test
  void shouldTellWhatCountedFromWhatWasKnown() {
    Instant weekAgo = now.minus(Duration.ofDays(7));
    Instant twoDaysAgo = now.minus(Duration.ofDays(2));
    post(at(accrual("a:GRANT:1", 100), weekAgo));
    UUID hold = books.in(tenant, () -> ledger.hold(at(payment("p:APPROVE:1", 40), twoDaysAgo)));
    Instant knownSoFar = recordedAt(hold);
    post(at(accrual("b:GRANT:1", 11), twoDaysAgo));

    assertThat(payable(null, null).balance().amount()).isEqualTo("1.11");
    assertThat(payable(null, weekAgo.minusSeconds(1)).balance().amount()).isEqualTo("0.00");
    assertThat(payable(null, weekAgo).balance().amount()).isEqualTo("1.00");
    assertThat(payable(null, weekAgo).debitsPending().amount()).isEqualTo("0.00");
    assertThat(payable(null, twoDaysAgo).balance().amount()).isEqualTo("1.11");
    assertThat(payable(null, twoDaysAgo).debitsPending().amount()).isEqualTo("0.40");
    assertThat(payable(knownSoFar, twoDaysAgo).balance().amount()).isEqualTo("1.00");
    assertThat(payable(knownSoFar, null).balance().amount()).isEqualTo("1.00");
    assertThat(debitsOfTrial(null, weekAgo)).isEqualTo("1.00");
    assertThat(debitsOfTrial(knownSoFar, null)).isEqualTo("1.00");
    assertThat(debitsOfTrial(knownSoFar, now)).isEqualTo("1.00");
    assertThat(debitsOfTrial(null, null)).isEqualTo("1.11");
  }

  @Test
  void shouldFreeAHoldFromWhenItsResolutionCounts() {
    Instant dayAgo = now.minus(Duration.ofDays(1));
    post(at(accrual("a:GRANT:1", 100), dayAgo));
    UUID hold = books.in(tenant, () -> ledger.hold(at(payment("p:APPROVE:1", 40), dayAgo)));
    books.in(tenant, () -> ledger.postHold(hold, "p:SEND:2"));

    assertThat(payable(null, dayAgo).debitsPending().amount()).isEqualTo("0.40");
    assertThat(payable(null, dayAgo).balance().amount()).isEqualTo("1.00");
    Instant end = clock.instant();
    assertThat(payable(null, end).debitsPending().amount()).isEqualTo("0.00");
    assertThat(payable(null, end).balance().amount()).isEqualTo("0.60");
  }

  @Test
  void shouldRefuseTheFuture() {
    assertRefused(
        ProblemType.EFFECTIVE_TIME_REFUSED,
        () -> post(at(accrual("a:GRANT:1", 100), clock.instant().plus(Duration.ofHours(1)))));
  }

  @Test
  void shouldNeverReverseBeforeTheOriginalCounts() {
    Instant dayAgo = now.minus(Duration.ofDays(1));
    UUID original = post(at(accrual("a:GRANT:1", 100), dayAgo));
    Posting reversal = posting("a:REVERSE:2", PAYABLE, EXPENSE, 100).reversing(original);

    assertRefused(
        ProblemType.EFFECTIVE_TIME_REFUSED, () -> post(at(reversal, dayAgo.minusSeconds(1))));
    UUID reversed = post(at(reversal, dayAgo));

    assertThat(effectiveAt(reversed)).isEqualTo(dayAgo);
    assertThat(payable(null, dayAgo).balance().amount()).isEqualTo("0.00");
  }

  @Test
  void shouldRefuseWhatCountsInAClosedPeriod() {
    LocalDate closed = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(3);
    close(closed);
    Instant endOfClosed = closed.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    assertRefused(
        ProblemType.PERIOD_CLOSED,
        () -> post(at(accrual("a:GRANT:1", 100), endOfClosed.minusNanos(1_000))));
    post(at(accrual("a:GRANT:1", 100), endOfClosed));
    post(accrual("b:GRANT:1", 100));
    assertThat(books.counters(tenant, EXPENSE, "USD")).isEqualTo(new Counters(0, 0, 200, 0));
  }

  @Test
  void shouldCloseForwardOnly() {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    close(today.minusDays(5));
    LedgerPeriodView closed = close(today.minusDays(5));

    assertThat(closed.closedThrough()).isEqualTo(today.minusDays(5));
    assertThat(closed.closedBy()).isEqualTo("crm:fay");
    assertRefused(ProblemType.PERIOD_NOT_CLOSABLE, () -> close(today.minusDays(6)));
    assertRefused(ProblemType.PERIOD_NOT_CLOSABLE, () -> close(today.plusDays(1)));
    assertThat(close(today.minusDays(2)).closedThrough()).isEqualTo(today.minusDays(2));
    assertThat(books.read(tenant, () -> periods.get()).closedThrough())
        .isEqualTo(today.minusDays(2));
  }

  private LedgerPeriodView close(LocalDate day) {
    return books.as(
        tenant, FAY, () -> periods.close(new CloseLedgerPeriod(day, null, null)).view());
  }

  private UUID post(Posting posting) {
    return books.in(tenant, () -> ledger.post(posting));
  }

  private static Posting at(Posting posting, Instant effectiveAt) {
    return new Posting(
        posting.key(), posting.legs(), effectiveAt, posting.reverses(), posting.corrects());
  }

  private LedgerBalanceView payable(@Nullable Instant asOf, @Nullable Instant effectiveAsOf) {
    return books
        .read(
            tenant,
            () ->
                reports.balances(
                    PageRequest.parse(null, null), asOf, effectiveAsOf, null, PAYABLE.text()))
        .data()
        .getFirst();
  }

  private String debitsOfTrial(@Nullable Instant asOf, @Nullable Instant effectiveAsOf) {
    TrialBalanceView trial = books.read(tenant, () -> reports.trialBalance(asOf, effectiveAsOf));
    TrialBalanceView.Total total = trial.totals().getFirst();
    assertThat(total.balanced()).isTrue();
    assertThat(trial.effectiveAsOf()).isEqualTo(effectiveAsOf);
    return total.debit().amount();
  }

  private Instant recordedAt(UUID entry) {
    return books.read(tenant, () -> reports.entry(IdType.ENTRY.format(entry))).recordedAt();
  }

  private Instant effectiveAt(UUID entry) {
    return books.read(tenant, () -> reports.entry(IdType.ENTRY.format(entry))).effectiveAt();
  }

  private static void assertRefused(ProblemType type, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.Rule.class, no -> assertThat(no.type()).isEqualTo(type));
  }
}
