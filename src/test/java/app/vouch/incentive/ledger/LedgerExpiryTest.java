package app.vouch.incentive.ledger;

import static app.vouch.incentive.ledger.AtOnce.atOnce;
import static app.vouch.incentive.ledger.SamplePostings.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.TestClock;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hold that nobody resolves in time is given up by itself, once. */
@QuarkusTest
class LedgerExpiryTest {
  @Inject LedgerService ledger;
  @Inject LedgerReportService reports;
  @Inject LedgerHarness books;
  @Inject TestClock testClock;
  @Inject Clock clock;

  private UUID tenant;

  @BeforeEach
  void ownBooks() {
    tenant = books.tenant();
  }

  @Test
  void shouldGiveAHoldUpWhenItsTimeIsOver() {
    UUID pending = held("a", Duration.ofHours(1));
    Instant expiresAt = entry(pending).expiresAt();
    assertThat(expiresAt).isNotNull();
    assertThat(entry(pending).resolution()).isNull();

    testClock.advance(Duration.ofHours(1).plusMinutes(1));
    awaitResolution(pending);

    LedgerEntryView.Resolution resolution = entry(pending).resolution();
    assertThat(resolution).isNotNull();
    assertThat(resolution.outcome()).isEqualTo(EntryKind.EXPIRED);
    LedgerEntryView expiry = entry(IdType.ENTRY.inPath(resolution.entryId()));
    assertThat(expiry.kind()).isEqualTo(EntryKind.EXPIRED);
    assertThat(expiry.resolves()).isEqualTo(IdType.ENTRY.format(pending));
    assertThat(expiry.recordedAt()).isAfterOrEqualTo(expiresAt);
    assertThat(books.counters(tenant, EXPENSE, "USD")).isEqualTo(Counters.ZERO);
    books.requireSound(tenant);
  }

  @Test
  void shouldRefuseToPostWhenTheTimeIsOver() {
    UUID pending = held("a", Duration.ofHours(1));
    testClock.advance(Duration.ofHours(2));

    assertThatThrownBy(() -> books.in(tenant, () -> ledger.postHold(pending, "a:APPROVE:2")))
        .isInstanceOfSatisfying(
            Refusal.Rule.class,
            no ->
                assertThat(no.type())
                    .isIn(ProblemType.ENTRY_EXPIRED, ProblemType.ENTRY_ALREADY_RESOLVED));
    awaitResolution(pending);
    assertThat(books.counters(tenant, PAYABLE, "USD")).isEqualTo(Counters.ZERO);
  }

  @Test
  void shouldLeaveAHoldAloneWhenItWasPostedOrVoidedInTime() {
    UUID posted = held("a", Duration.ofHours(1));
    UUID voided = held("b", Duration.ofHours(1));
    UUID endless = books.in(tenant, () -> ledger.hold(accrual("c:GRANT:1", 100)));
    UUID approval = books.in(tenant, () -> ledger.postHold(posted, "a:APPROVE:2"));
    books.in(tenant, () -> ledger.voidHold(voided, "b:DENY:2"));

    testClock.advance(Duration.ofHours(2));
    expire(posted);
    expire(voided);
    expire(endless);

    assertThat(books.in(tenant, () -> ledger.postHold(posted, "a:APPROVE:2"))).isEqualTo(approval);
    assertThat(books.counters(tenant, EXPENSE, "USD")).isEqualTo(new Counters(100, 0, 100, 0));
    books.requireSound(tenant);
  }

  @Test
  void shouldWaitWhenATimerComesTooEarly() {
    UUID pending = held("a", Duration.ofDays(30));

    expire(pending);

    assertThat(entry(pending).resolution()).isNull();
  }

  @Test
  void shouldResolveOnceWhenExpiryVoidAndExpiryRace() throws Exception {
    for (int round = 0; round < 10; round++) {
      String key = "race" + round;
      UUID pending = held(key, Duration.ofMillis(1));
      testClock.advance(Duration.ofMillis(2));

      List<Object> outcomes =
          atOnce(
              () -> expire(pending),
              () -> books.in(tenant, () -> ledger.voidHold(pending, key + ":DENY:2")),
              () -> expire(pending));

      assertThat(outcomes)
          .allSatisfy(
              outcome ->
                  assertThat(outcome).isNotInstanceOfAny(Error.class, IllegalStateException.class));
      assertThat(entry(pending).resolution()).isNotNull();
    }
    assertThat(books.counters(tenant, EXPENSE, "USD")).isEqualTo(Counters.ZERO);
    books.requireSound(tenant);
  }

  private boolean expire(UUID pending) {
    return books.in(
        tenant,
        () -> {
          ledger.expireHold(pending);
          return true;
        });
  }

  private UUID held(String name, Duration time) {
    Instant expiresAt = clock.instant().plus(time).truncatedTo(ChronoUnit.MICROS);
    return books.in(tenant, () -> ledger.hold(accrual(name + ":GRANT:1", 100), expiresAt));
  }

  private LedgerEntryView entry(UUID id) {
    return books.read(tenant, () -> reports.entry(IdType.ENTRY.format(id)));
  }

  private void awaitResolution(UUID pending) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> entry(pending).resolution() != null);
  }
}
