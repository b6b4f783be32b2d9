package app.vouch.attribution;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static app.vouch.attribution.CreditStory.deal;
import static app.vouch.attribution.CreditStory.introduce;
import static app.vouch.attribution.CreditStory.program;
import static app.vouch.attribution.CreditStory.referral;
import static app.vouch.attribution.CreditStory.usd;
import static app.vouch.attribution.CreditStory.versions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.RecordedEvents;
import app.vouch.shared.IdType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AttributionTest {
  @Inject RecordedEvents events;

  @Test
  void shouldCreditTheReferrerWhenTheDealIsWon() {
    String referral = referral(program("FIRST_TOUCH"));

    String deal = won(unique("D"), referral, "48000.00");

    versions(deal)
        .body("data", hasSize(1))
        .body("data[0].cause", equalTo("DEAL_WON"))
        .body("data[0].version", equalTo(1))
        .body("data[0].model", equalTo("FIRST_TOUCH"))
        .body("data[0].credits", hasSize(1))
        .body("data[0].credits[0].referralId", equalTo(referral))
        .body("data[0].credits[0].share", equalTo("1"))
        .body("data[0].credits[0].amount.amount", equalTo("48000.00"))
        .body("data[0].inputsHash", matchesPattern("[0-9a-f]{64}"));
    assertThat(events.of(IdType.ATTRIBUTION, attribution(deal)))
        .containsExactly("attribution.computed");
  }

  @Test
  void shouldCreditNobodyWhenNoReferralIsLinked() {
    String deal = deal(unique("D"), "milestone", "WON").extract().path("id");

    versions(deal).body("data", empty());
    api()
        .post("/v1/deals/" + deal + "/attributions")
        .then()
        .statusCode(422)
        .body("code", equalTo("nothing-to-attribute"));
  }

  @Test
  void shouldTakeTheCreditsBackWhenTheDealIsReopenedAndGiveThemAgainWhenItIsWon() {
    String ref = unique("D");
    String deal = won(ref, referral(program("FIRST_TOUCH")), "100.00");

    deal(ref, "milestone", "QUALIFIED");
    versions(deal)
        .body("data[0].version", equalTo(2))
        .body("data[0].cause", equalTo("DEAL_REOPENED"))
        .body("data[0].model", nullValue())
        .body("data[0].credits", empty());
    deal(ref, "milestone", "WON");

    versions(deal)
        .body("data.version", contains(3, 2, 1))
        .body("data[0].credits[0].amount.amount", equalTo("100.00"));
    assertThat(events.of(IdType.ATTRIBUTION, attribution(deal)))
        .containsExactly("attribution.computed", "attribution.revised", "attribution.revised");
  }

  @Test
  void shouldComputeOnceWhenALostDealIsWonInOnePollWithANewReferral() {
    String ref = unique("D");
    String deal = deal(ref, "milestone", "LOST").extract().path("id");

    deal(ref, "milestone", "WON", "amount", usd("10.00"), "referralId", newReferral());

    versions(deal).body("data", hasSize(1)).body("data[0].credits", hasSize(1));
  }

  @Test
  void shouldReviseWhenTheAmountChangesAfterTheDealWasWon() {
    String ref = unique("D");
    String deal = deal(ref, "milestone", "WON", "referralId", newReferral()).extract().path("id");
    versions(deal)
        .body("data[0].amount", nullValue())
        .body("data[0].credits[0].amount.amount", equalTo("0.00"))
        .body("data[0].credits[0].amount.currency", equalTo("USD"));

    deal(ref, "amount", usd("99.99"));

    versions(deal)
        .body("data.cause", contains("AMOUNT_CHANGED", "DEAL_WON"))
        .body("data[0].credits[0].amount.amount", equalTo("99.99"));
  }

  @Test
  void shouldSplitAmongTheReferralsWhenTheModelIsLinear() {
    String program = program("LINEAR");
    String ref = unique("D");
    String first = referral(program);
    String second = referral(program);
    String third = referral(program);
    deal(ref, "referralId", first);
    deal(ref, "referralId", second);

    String deal = won(ref, third, "8.00");

    versions(deal)
        .body("data", hasSize(1))
        .body("data[0].credits.referralId", contains(first, second, third))
        .body("data[0].credits.share", contains("1/3", "1/3", "1/3"))
        .body("data[0].credits.amount.amount", contains("2.67", "2.67", "2.66"));
  }

  @Test
  void shouldUseTheEarliestReferralsProgramAndSaySoWhenProgramsDiffer() {
    String ref = unique("D");
    String first = referral(program("LAST_TOUCH"));
    String second = referral(program("LINEAR"));
    deal(ref, "referralId", second);

    String deal = won(ref, first, "10.00");

    versions(deal)
        .body("data[0].model", equalTo("LAST_TOUCH"))
        .body("data[0].credits.referralId", contains(second));
    api()
        .get("/v1/attributions/" + attribution(deal) + "/explanation")
        .then()
        .statusCode(200)
        .body("choice", matchesPattern("the referrals have 2 program versions; .*" + first))
        .body("touchpoints.verdict", contains("WITHOUT_SHARE", "CREDITED"))
        .body("touchpoints.weight", contains("0", "1"))
        .body("rule", equalTo("all to the last touchpoint"));
  }

  @Test
  void shouldKeepTheExactInputsThatWereHashed() throws Exception {
    String deal = won(unique("D"), newReferral(), "10.00");

    var explanation =
        api().get("/v1/attributions/" + attribution(deal) + "/explanation").then().extract();

    byte[] bytes = explanation.<String>path("inputs").getBytes(StandardCharsets.UTF_8);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
        .isEqualTo(explanation.path("inputsHash"));
  }

  @Test
  void shouldTakeManualEvidenceInWhenCreditsAreComputedAgain() {
    String program = program("LINEAR");
    String ref = unique("D");
    String first = referral(program);
    String second = referral(program);
    deal(ref, "referralId", first);
    String deal = won(ref, second, "9.00");
    String touchpoint =
        api()
            .body(Map.of("referralId", second, "evidence", "dinner with the buyer"))
            .post("/v1/touchpoints")
            .then()
            .statusCode(201)
            .body("source", equalTo("MANUAL"))
            .extract()
            .path("id");
    versions(deal).body("data", hasSize(1));

    api()
        .post("/v1/deals/" + deal + "/attributions")
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("cause", equalTo("REQUESTED"))
        .body("credits.share", contains("1/3", "2/3"))
        .body("credits.amount.amount", contains("3.00", "6.00"));
    api().get("/v1/touchpoints/" + touchpoint).then().statusCode(200);
    api()
        .get("/v1/touchpoints?referralId=" + second)
        .then()
        .body("data.source", contains("MANUAL", "CAPTURE"));
    api()
        .post("/v1/deals/" + deal + "/attributions")
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    api()
        .get("/v1/attributions/" + attribution(deal) + "?version=1")
        .then()
        .body("credits.share", contains("1/2", "1/2"));
  }

  @Test
  void shouldCountTheIntroductionAsATouchpointWhenItTookPlace() {
    String program = program("LINEAR");
    String ref = unique("D");
    String introduced = referral(program);
    introduce(introduced);
    String other = referral(program);
    deal(ref, "referralId", introduced);

    String deal = won(ref, other, "3.00");

    versions(deal)
        .body("data[0].credits.referralId", contains(introduced, other))
        .body("data[0].credits.share", contains("2/3", "1/3"))
        .body("data[0].credits.amount.amount", contains("2.00", "1.00"));
    api()
        .get("/v1/touchpoints?referralId=" + introduced)
        .then()
        .body("data.source", contains("INTRODUCTION", "CAPTURE"))
        .body("data[0].introductionId", matchesPattern("int_.*"));
  }

  @Test
  void shouldReviseWhenALinkIsMadeOrRemovedAfterTheDealWasWon() {
    String deal = deal(unique("D"), "milestone", "WON", "amount", usd("4.00")).extract().path("id");
    String referral = newReferral();

    api().post("/v1/referrals/" + referral + "/deals/" + deal).then().statusCode(200);
    versions(deal)
        .body("data[0].cause", equalTo("REFERRAL_LINKED"))
        .body("data[0].credits", hasSize(1));
    api().delete("/v1/referrals/" + referral + "/deals/" + deal);

    versions(deal)
        .body("data[0].cause", equalTo("REFERRAL_UNLINKED"))
        .body("data[0].credits", empty());
  }

  @Test
  void shouldReviseWhenAReferralIsRejectedAfterTheDealWasWon() {
    String deal = won(unique("D"), newReferral(), "4.00");
    String referral = versions(deal).extract().path("data[0].credits[0].referralId");

    api()
        .body(Map.of("action", "REJECT", "reasonCode", "FRAUD"))
        .post("/v1/referrals/" + referral + "/transitions")
        .then()
        .statusCode(200);

    versions(deal)
        .body("data[0].cause", equalTo("REFERRAL_CHANGED"))
        .body("data[0].credits", empty());
  }

  @Test
  void shouldRefuseToComputeWhenTheDealIsNotWon() {
    String deal = deal(unique("D"), "referralId", newReferral()).extract().path("id");

    api()
        .post("/v1/deals/" + deal + "/attributions")
        .then()
        .statusCode(422)
        .body("code", equalTo("deal-not-won"));
    api().post("/v1/deals/dea_01h455vb4pex5vsknk084sn02q/attributions").then().statusCode(404);
    api()
        .body(Map.of("id", deal))
        .post("/v1/deals/" + deal + "/attributions")
        .then()
        .statusCode(400);
  }

  @Test
  void shouldStoreNothingWhenItIsADryRun() {
    String ref = unique("D");

    deal(ref, "milestone", "WON", "referralId", newReferral(), "dryRun", true)
        .statusCode(200)
        .body("events.type", org.hamcrest.Matchers.hasItem("attribution.computed"));

    api().get("/v1/deals/ext:hubspot:default:deal:" + ref).then().statusCode(404);
  }

  @Test
  void shouldRefuseTheKeyWhenItComputedAnotherDeal() {
    String key = unique("key");
    String one = won(unique("D"), newReferral(), "4.00");
    String other = won(unique("D"), newReferral(), "4.00");
    api()
        .header("Idempotency-Key", key)
        .post("/v1/deals/" + one + "/attributions")
        .then()
        .statusCode(200);

    api()
        .header("Idempotency-Key", key)
        .post("/v1/deals/" + other + "/attributions")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void shouldRefuseATouchpointWhenItIsWrong() {
    touchpoint(Map.of("referralId", "ref_01h455vb4pex5vsknk084sn02q", "evidence", "x"), 422)
        .body("code", equalTo("unknown-reference"));
    touchpoint(Map.of("referralId", "dea_01h455vb4pex5vsknk084sn02q", "evidence", "x"), 422)
        .body("code", equalTo("wrong-id-type"));
    touchpoint(Map.of("evidence", " "), 400)
        .body("errors.pointer", containsInAnyOrder("/referralId", "/evidence"));
    touchpoint(
            Map.of(
                "referralId", newReferral(), "evidence", "x", "occurredAt", "2100-01-01T00:00:00Z"),
            400)
        .body("errors[0].pointer", equalTo("/occurredAt"));
  }

  private static io.restassured.response.ValidatableResponse touchpoint(
      Map<String, String> body, int status) {
    return api().body(body).post("/v1/touchpoints").then().statusCode(status);
  }

  @Test
  void shouldAnswerTheSameOverGraphql() {
    String deal = won(unique("D"), newReferral(), "10.00");
    String id = attribution(deal);

    graphql(
            """
            query($deal: ID!, $id: ID!) {
              deal(id: $deal) { attribution { id credits { share referrer { id } } } }
              attribution(id: $id) { version model credits { amount { amount } } deal { id } }
              attributions(dealId: $deal, first: 10) { edges { cursor node { id version } } pageInfo { hasNextPage } }
              attributionExplanation(id: $id) { choice window { from until } touchpoints { used reason weight } }
              touchpoints(first: 1) { edges { node { id source } } }
            }""",
            Map.of("deal", deal, "id", id))
        .statusCode(200)
        .body("errors", nullValue())
        .body("data.deal.attribution.id", equalTo(id))
        .body("data.deal.attribution.credits.share", contains("1"))
        .body("data.deal.attribution.credits[0].referrer.id", matchesPattern("rfr_.*"))
        .body("data.attribution.deal.id", equalTo(deal))
        .body("data.attributions.edges.node.version", contains(1))
        .body("data.attributionExplanation.touchpoints.used", contains(true));
    graphql(
            """
            mutation($input: ComputeAttributionInput!) {
              computeAttribution(input: $input) { attribution { id version } userErrors { code } }
            }""",
            Map.of("input", Map.of("id", deal)))
        .body("errors", nullValue())
        .body("data.computeAttribution.attribution.version", equalTo(1))
        .body("data.computeAttribution.userErrors", empty());
    graphql(
            """
            mutation($input: RecordTouchpointInput!) {
              recordTouchpoint(input: $input) { touchpoint { id } userErrors { code field } }
            }""",
            Map.of("input", Map.of("referralId", "ref_x", "evidence", "x")))
        .body("data.recordTouchpoint.userErrors.code", contains("wrong-id-type"));
  }

  private static String newReferral() {
    return referral(program("FIRST_TOUCH"));
  }

  private static String won(String ref, String referral, String amount) {
    return deal(ref, "milestone", "WON", "amount", usd(amount), "referralId", referral)
        .extract()
        .path("id");
  }

  private static String attribution(String deal) {
    return versions(deal).extract().path("data[0].id");
  }
}
