package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.StatementCount;
import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people decide about rewards, through REST and GraphQL. */
@QuarkusTest
class RewardDecisionTest {
  private static final String MIA = "crm:mia; name=\"Mia\"";
  private static final String FAY = "crm:fay; name=\"Fay\"";
  private static final Map<String, String> APPROVE = Map.of("action", "APPROVE");

  @Inject LedgerHarness books;

  @Test
  void shouldAnswerThePresentStateWhenADecisionIsRepeated() {
    IncentiveStory story = IncentiveStory.demoWith("\"hold\":\"P0D\"", "\"hold\":\"P30D\"").won();
    story.approved();

    story.decide(story.reward(), "APPROVE").statusCode(200).body("state", equalTo("APPROVED"));

    assertThat(story.entries(story.reward())).containsExactly("GRANT:1", "APPROVE:2");
  }

  @Test
  void shouldNameWhatIsAllowedWhenTheTableHasNoSuchRow() {
    IncentiveStory story = IncentiveStory.demo().won();

    story
        .decide(story.reward(), "RELEASE")
        .statusCode(409)
        .body("allowed", hasItem("APPROVE"))
        .body("code", equalTo("transition-not-allowed"));
  }

  @Test
  void shouldNeedAReasonWhenARewardIsDenied() {
    IncentiveStory story = IncentiveStory.demo().won();

    story
        .decideAs(MIA, story.reward(), Map.of("action", "DENY"))
        .statusCode(422)
        .body("code", equalTo("reason-required"));
  }

  @Test
  void shouldNeedTwoPeopleWhenTheAmountIsAboveTheRules() {
    IncentiveStory story =
        IncentiveStory.demoWith(
                "\"by\":\"PERSON\"", "\"by\":\"PERSON\",\"fourEyesAbove\":\"2999.99\"")
            .won();
    String reward = story.reward();

    api(story.key())
        .body(APPROVE)
        .post("/v1/rewards/" + reward + "/transitions")
        .then()
        .statusCode(422)
        .body("code", equalTo("actor-required"));
    story
        .decideAs(MIA, reward, APPROVE)
        .statusCode(200)
        .body("state", equalTo("PENDING"))
        .body("firstApprover", notNullValue());
    story.decideAs(MIA, reward, APPROVE).statusCode(422).body("code", equalTo("four-eyes"));
    story.decideAs(FAY, reward, APPROVE).statusCode(200).body("state", equalTo("AVAILABLE"));

    String payout = story.payout();
    story.stepAs(MIA, payout, "APPROVE").body("state", equalTo("DRAFT"));
    story.stepAs(MIA, payout, "APPROVE").statusCode(422).body("code", equalTo("four-eyes"));
    story.stepAs(FAY, payout, "APPROVE").body("state", equalTo("APPROVED"));
  }

  @Test
  void shouldNeedTwoPeopleAnewWhenTheAmountChangedAfterTheFirst() {
    IncentiveStory story =
        IncentiveStory.demoWith(
                "\"by\":\"PERSON\"", "\"by\":\"PERSON\",\"fourEyesAbove\":\"500.00\"")
            .won("10000.00");
    String reward = story.reward();
    story.decideAs(MIA, reward, APPROVE).body("firstApprover", notNullValue());

    story.won("20000.00");

    api(story.key()).get("/v1/rewards/" + reward).then().body("firstApprover", nullValue());
    story.decideAs(FAY, reward, APPROVE).statusCode(200).body("state", equalTo("PENDING"));
    story.decideAs(MIA, reward, APPROVE).statusCode(200).body("state", equalTo("AVAILABLE"));
  }

  @Test
  void shouldComeBackWhenAHeldRewardIsReleased() {
    IncentiveStory story = IncentiveStory.demo().won().approved();
    String reward = story.reward();

    story.decide(reward, "HOLD").statusCode(200).body("state", equalTo("HELD"));
    story.createPayout(unique("payout")).statusCode(422);
    story.decide(reward, "RELEASE").statusCode(200).body("state", equalTo("AVAILABLE"));

    assertThat(story.entries(reward)).containsExactly("GRANT:1", "APPROVE:2");
  }

  @Test
  void shouldOweNothingWhenAHeldRewardIsDenied() {
    IncentiveStory story = IncentiveStory.demo().won().approved();
    story.decide(story.reward(), "HOLD");

    story.decide(story.reward(), "DENY").statusCode(200).body("state", equalTo("DENIED"));

    assertThat(story.balances()).isEmpty();
    books.requireSound(story.tenant());
  }

  @Test
  void shouldRefuseToHoldWhenThePayoutIsSent() {
    IncentiveStory story = IncentiveStory.demo().won().approved();
    story.payout("APPROVE", "SEND");

    story.decide(story.reward(), "HOLD").statusCode(422).body("code", equalTo("reward-in-payout"));
  }

  @Test
  void shouldStoreNothingWhenItIsADryRun() {
    IncentiveStory story = IncentiveStory.demo().won();
    String reward = story.reward();

    story
        .decideAs(MIA, reward, Map.of("action", "APPROVE", "dryRun", true))
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("result.state", equalTo("AVAILABLE"))
        .body("events.type", contains("reward.approved", "reward.made_available"));

    assertThat(story.state(reward)).isEqualTo("PENDING");
    assertThat(story.balances()).isEmpty();
  }

  @Test
  void shouldAnswerNotFoundWhenTheRewardIsAnotherTenants() {
    IncentiveStory story = IncentiveStory.demo().won();

    api().get("/v1/rewards/" + story.reward()).then().statusCode(404);
    api().get("/v1/rewards/" + story.reward() + "/explanation").then().statusCode(404);
    api()
        .body(APPROVE)
        .post("/v1/rewards/" + story.reward() + "/transitions")
        .then()
        .statusCode(404);
    api()
        .get("/v1/ledger/entries?about=" + story.reward())
        .then()
        .statusCode(200)
        .body("data", empty());
  }

  @Test
  void shouldDoTheSameWhenItIsGraphQl() {
    IncentiveStory story = IncentiveStory.demo().won();
    String reward = story.reward();

    graphql(
            story.key(),
            """
            mutation($id: ID!) { transitionReward(input: {id: $id, action: APPROVE}) {
              reward { id state amount { amount } payee { name } referral { id state } }
              userErrors { code } } }""",
            Map.of("id", reward))
        .statusCode(200)
        .body("data.transitionReward.reward.state", equalTo("AVAILABLE"))
        .body("data.transitionReward.reward.payee.name", equalTo("Kim Park"))
        .body("data.transitionReward.reward.referral.id", equalTo(story.referral()));
    graphql(
            story.key(),
            """
            mutation($payee: ID!) {
              createPayout(input: {payeeId: $payee, currency: "USD"}) {
                payout { id } userErrors { code } } }""",
            Map.of("payee", story.payee()))
        .body("data.createPayout.userErrors.code", contains("idempotency-key-required"));
    graphql(
            story.key(),
            """
            mutation($payee: ID!, $key: String) {
              createPayout(input: {payeeId: $payee, currency: "USD", idempotencyKey: $key}) {
                payout { id state payee { name } rewards { id } } userErrors { code } } }""",
            Map.of("payee", story.payee(), "key", unique("payout")))
        .body("data.createPayout.payout.state", equalTo("DRAFT"))
        .body("data.createPayout.payout.rewards.id", contains(reward));
    graphql(
            story.key(),
            """
            query($about: String) {
              ledgerEntries(about: $about) { edges { node { key kind legs { account side amount { amount } } } } }
              ledgerAccounts(kind: PAYABLE) { edges { node { code balance { amount } } } }
              ledgerBalances(kind: EXPENSE) { edges { node { code balance { amount } } } }
              trialBalance { rows { account debit { amount } } totals { balanced } }
              rewards(filter: {state: AVAILABLE}) { edges { node { id payee { id } } } pageInfo { hasNextPage } }
            }""",
            Map.of("about", reward))
        .body("data.ledgerEntries.edges.node.kind", contains("POSTED", "PENDING"))
        .body("data.ledgerAccounts.edges[0].node.balance.amount", equalTo("3000.00"))
        .body("data.ledgerBalances.edges[0].node.balance.amount", equalTo("3000.00"))
        .body("data.trialBalance.totals[0].balanced", equalTo(true))
        .body("data.rewards.edges.node.id", contains(reward));
  }

  @Test
  void shouldTakeNoMoreStatementsWhenThereAreMoreRewards() {
    IncentiveStory story =
        IncentiveStory.with(
            """
            {"id":"thanks","trigger":"ACCEPTED","split":"NONE","hold":"P0D",
             "amount":{"type":"FIXED","value":{"amount":"25.00","currency":"USD"}},
             "approval":{"by":"AUTOMATIC"}}""");
    int one = leastStatements(story);
    for (int i = 0; i < 4; i++) {
      story.capture(unique("bob") + "@" + unique("other") + ".example");
    }

    assertThat(leastStatements(story)).isEqualTo(one);
  }

  /** Timers send statements of their own now and then: the least of a few counts. */
  private static int leastStatements(IncentiveStory story) {
    return IntStream.range(0, 8)
        .map(
            i ->
                StatementCount.during(
                    () ->
                        graphql(
                                story.key(),
                                "{ rewards(first: 10) { edges { node { id payee { name } referral { id rewards { id } } } } } }",
                                Map.of())
                            .body("data.rewards.edges", not(empty()))))
        .min()
        .orElseThrow();
  }
}
