package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.TestRealm;
import app.vouch.incentive.ledger.LedgerHarness;
import app.vouch.shared.IdType;
import app.vouch.shared.Unit;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many payees at once; after each test the books are sound. */
@QuarkusTest
class PayoutBatchTest {
  @Inject LedgerHarness books;
  @Inject TestRealm realm;
  @Inject BatchedPayoutService batched;

  private IncentiveStory kim = IncentiveStory.none();
  private IncentiveStory lou = IncentiveStory.none();
  private PayoutBatchStory batches = new PayoutBatchStory("");

  @BeforeEach
  void twoHaveEarned() {
    kim = IncentiveStory.demo().won().approved();
    lou = kim.otherPayee().won("10000.00").approved();
    batches = new PayoutBatchStory(kim.key());
  }

  @AfterEach
  void booksAreSound() {
    books.requireSound(kim.tenant());
    books.requireNoneBelowZero(kim.tenant());
  }

  @Test
  void shouldPayEachPayeeWithOnePayout() {
    String batch = batches.made(Map.of());
    batches.moved(batch, "APPROVE");
    batches.moved(batch, "SEND");

    assertThat(batches.payouts(batch, "SENT")).hasSize(2);
    assertThat(batches.read(batch).getString("amount.amount")).isEqualTo("4000.00");
    batches.payouts(batch, "SENT").forEach(id -> kim.step(id, "SETTLE").statusCode(200));
    assertThat(batches.read(batch).getString("state")).isEqualTo("DONE");
    assertThat(kim.balances()).isEqualTo(Map.of("EXPENSE", "4000.00", "EXTERNAL", "-4000.00"));
  }

  @Test
  void shouldHaveAccountsOfItsOwnForEachAdapter() {
    String batch = batches.made(Map.of("adapter", "external"));
    batches.moved(batch, "APPROVE");
    batches.moved(batch, "SEND");

    assertThat(
            api(kim.key())
                .get("/v1/ledger/accounts?limit=200")
                .jsonPath()
                .getList("data.code", String.class))
        .contains("CLEARING:external")
        .doesNotContain("CLEARING:manual");
  }

  @Test
  void shouldLeaveOutWhoHasLessThanTheMinimumWithDebtsTakenOff() {
    kim.payout("APPROVE", "SEND", "SETTLE");
    kim.reopened().won().approved();

    String batch = batches.made(Map.of("minimum", Map.of("amount", "1000.00", "currency", "USD")));

    assertThat(batches.leftOut(batch)).isEqualTo(Map.of(kim.payee(), "below-minimum"));
    assertThat(batches.read(batch).getString("amount.amount")).isEqualTo("1000.00");
  }

  @Test
  void shouldTakeDebtsOffAndPayArrearsWhenThereIsNoMinimum() {
    String first = kim.payout("APPROVE", "SEND", "SETTLE");
    kim.reopened().won().approved();
    String setOff = batches.made(Map.of("payeeIds", List.of(kim.payee())));
    batches.moved(setOff, "APPROVE");
    batches.moved(setOff, "SEND");
    batches.payouts(setOff, "SENT").forEach(id -> kim.step(id, "SETTLE").statusCode(200));
    assertThat(batches.read(setOff).getString("setOff.amount")).isEqualTo("3000.00");

    kim.step(first, "RETURN").statusCode(200);
    String arrears = batches.made(Map.of());
    batches.moved(arrears, "APPROVE");
    batches.moved(arrears, "SEND");
    batches.payouts(arrears, "SENT").forEach(id -> kim.step(id, "SETTLE").statusCode(200));

    assertThat(batches.read(arrears).getString("amount.amount")).isEqualTo("4000.00");
    assertThat(kim.balances()).isEqualTo(Map.of("EXPENSE", "4000.00", "EXTERNAL", "-4000.00"));
  }

  @Test
  void shouldPayAgainWhatFailedOrCameBack() {
    String batch = batches.made(Map.of("adapter", "external"));
    batches.moved(batch, "APPROVE");
    batches.moved(batch, "SEND");
    List<String> sent = batches.payouts(batch, "SENT");
    assertThat(batches.report(sent.getFirst(), "FAIL", "tr_1")).isEqualTo(200);
    assertThat(batches.report(sent.getLast(), "SETTLE", "tr_2")).isEqualTo(200);
    assertThat(batches.report(sent.getLast(), "RETURN", "tr_2")).isEqualTo(200);
    assertThat(kim.balances()).isEqualTo(Map.of("EXPENSE", "4000.00", "PAYABLE", "-4000.00"));

    String second = batches.made(Map.of());

    assertThat(batches.payouts(second, "DRAFT")).hasSize(2);
    assertThat(batches.read(batch).getString("state")).isEqualTo("DONE");
  }

  @Test
  void shouldLeaveTheRestWhenOnePayoutOfTheBatchIsTakenBack() {
    String batch = batches.made(Map.of());
    lou.reopened();

    batches.moved(batch, "APPROVE");

    assertThat(batches.payouts(batch, "CANCELLED")).hasSize(1);
    assertThat(batches.payouts(batch, "APPROVED")).hasSize(1);
    assertThat(batches.read(batch).getString("state")).isEqualTo("APPROVED");
  }

  @Test
  void shouldNeedTwoPeopleForEachPayoutAboveTheLimit() {
    IncentiveStory story =
        IncentiveStory.demoWith(
                "\"by\":\"PERSON\"", "\"by\":\"PERSON\",\"fourEyesAbove\":\"500.00\"")
            .won();
    story.decideAs("crm:mia", story.reward(), Map.of("action", "APPROVE")).statusCode(200);
    story.decideAs("crm:ned", story.reward(), Map.of("action", "APPROVE")).statusCode(200);
    PayoutBatchStory theirs = new PayoutBatchStory(story.key());
    String batch = theirs.made(Map.of());

    assertThat(theirs.movedAs("crm:mia", batch, "APPROVE").getInt("refused")).isZero();
    assertThat(theirs.payouts(batch, "DRAFT")).hasSize(1);
    assertThat(theirs.movedAs("crm:mia", batch, "APPROVE").getInt("refused")).isEqualTo(1);
    assertThat(theirs.movedAs("crm:ned", batch, "APPROVE").getInt("refused")).isZero();

    assertThat(theirs.payouts(batch, "APPROVED")).hasSize(1);
  }

  @Test
  void shouldNameOnlyTheProgramsRewardsWhenABatchHasAProgram() {
    String other = api(kim.key()).body(Map.of("name", "Partners")).post("/v1/programs").path("id");

    assertThat(batches.read(batches.made(Map.of("programId", other))).getString("state"))
        .isEqualTo("EMPTY");
  }

  /** As after a kill between what a piece did and the note that it is done. */
  @Test
  void shouldDoNothingTwiceWhenAPieceOfTheJobIsDoneAgain() {
    String batch = batches.made(Map.of());
    UUID id = IdType.PAYOUT_BATCH.inPath(batch);
    BatchMember again =
        new BatchMember(
            id, IdType.PERSON.inPath(kim.payee()), Unit.of("USD"), "manual", null, null);
    UUID payout = IdType.PAYOUT.inPath(batches.payouts(batch, "DRAFT").getFirst());
    UUID job = UUID.randomUUID();

    realm.in(
        kim.tenant(),
        () -> {
          batched.create(again);
          for (int i = 0; i < 2; i++) {
            batched.step(job, payout, PayoutStep.APPROVE, null, null);
          }
          return true;
        });

    assertThat(batches.payouts(batch, "DRAFT")).hasSize(1);
    assertThat(batches.payouts(batch, "APPROVED")).hasSize(1);
    assertThat(kim.entries(IdType.PAYOUT.format(payout))).containsExactly("APPROVE:2");
  }
}
