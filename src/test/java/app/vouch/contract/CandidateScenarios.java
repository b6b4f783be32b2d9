package app.vouch.contract;

import static app.vouch.contract.Given.input;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Introductions that are asked for before anybody has referred the prospect. */
abstract class CandidateScenarios extends ContractSuite {
  private static final String ANN = "ann@acme.example";
  private static final String CONTEXT =
      "Ann fights with month-end closing; Sam's team cut Kim's closing from nine days to two.";

  private static Given attested(Api api) {
    return Given.program(api, Map.of("introductions", Map.of("attestedConsent", "BOTH")));
  }

  private static Map<String, Object> request(Given given, Object... members) {
    Map<String, Object> request = input(members);
    request.putIfAbsent("connector", Map.of("id", given.referrer()));
    request.putIfAbsent(
        "prospect",
        Map.of(
            "name",
            "Ann Lee",
            "email",
            ANN,
            "organization",
            Map.of("name", "Acme", "domain", "acme.example")));
    request.put("requester", Map.of("name", "Sam Seller"));
    request.put("subject", "Shorter month ends at Acme");
    request.put("context", CONTEXT);
    return request;
  }

  private static String requested(Given given) {
    return given.api().write("requestIntroduction", request(given)).text("id");
  }

  private static Outcome said(Given given, String id, String action) {
    return given
        .mia()
        .call(
            "transitionIntroduction",
            Map.of(
                "id",
                id,
                "action",
                action,
                "channel",
                "PHONE",
                "evidence",
                "said so on the phone"));
  }

  private static Outcome referrals(Api api) {
    return api.read("referrals", Map.of("prospectEmail", ANN));
  }

  private static Outcome prospect(Api api, String introduction) {
    String person = api.read("introduction", Map.of("id", introduction)).text("prospectPersonId");
    return api.read("person", Map.of("id", person));
  }

  @Scenario
  void shouldCaptureTheReferralWhenTheConnectorAgrees(Api api) {
    Given given = attested(api);

    Outcome requested =
        api.write("requestIntroduction", request(given, "programId", given.program()));

    String id = requested.text("id");
    assertThat(requested.text("state")).isEqualTo("REQUESTED");
    assertThat(requested.text("referralId")).isEqualTo("null");
    assertThat(api.read("introduction", Map.of("id", id)).ok()).isEqualTo(requested.ok());
    assertThat(referrals(api).list()).isEmpty();
    assertThat(api.read("dueItems", Map.of()).list("kind")).containsExactly("CONNECTOR_ANSWER");
    Outcome ask = api.call("renderMessage", Map.of("id", requested.text("dueMessageId")));
    assertThat(ask.text("text")).contains("Ann Lee", CONTEXT);
    assertThat(ask.text("referralId")).isEqualTo("null");
    assertThat(api.call("requestIntroduction", request(given)).code()).isEqualTo("already-exists");

    Outcome agreed = said(given, id, "CONNECTOR_ACCEPT");
    assertThat(agreed.text("state")).isEqualTo("PROSPECT_ASKED");
    String referral = agreed.text("referralId");
    Outcome captured = api.read("referral", Map.of("id", referral));
    assertThat(captured.text("state")).isEqualTo("ACCEPTED");
    assertThat(captured.text("source")).isEqualTo("INTRODUCTION");
    assertThat(captured.text("reason")).isEqualTo(CONTEXT);
    assertThat(captured.text("due.firstContact")).isEqualTo("null");
    assertThat(referrals(api).list("id")).containsExactly(referral);

    said(given, id, "PROSPECT_ACCEPT").ok();
    api.call("transitionIntroduction", Map.of("id", id, "action", "INTRODUCE")).ok();
    assertThat(api.read("referral", Map.of("id", referral)).text("state")).isEqualTo("CONTACTED");
    assertThat(api.read("introductionTimeline", Map.of("id", id)).list("action"))
        .containsExactly(
            "INTRODUCE", "PROSPECT_ACCEPT", "ASK_PROSPECT", "CONNECTOR_ACCEPT", "REQUEST");
  }

  @Scenario
  void shouldForgetTheProspectWhereTheConnectorDeclines(Api api) {
    Given given = attested(api);
    String id = requested(given);
    assertThat(prospect(api, id).text("email")).isEqualTo(ANN);

    assertThat(said(given, id, "CONNECTOR_DECLINE").text("state")).isEqualTo("CONNECTOR_DECLINED");

    assertThat(prospect(api, id).text("name")).startsWith("erased:per_");
    assertThat(prospect(api, id).text("email")).isEqualTo("null");
    assertThat(api.read("people", Map.of("email", ANN)).list()).isEmpty();
    assertThat(referrals(api).list()).isEmpty();
  }

  @Scenario
  void shouldKeepWhoWasKnownBefore(Api api) {
    Given given = attested(api);
    api.call("upsertPerson", Map.of("name", "Ann Lee", "email", ANN)).ok();
    String id = requested(given);

    said(given, id, "CONNECTOR_DECLINE").ok();

    assertThat(prospect(api, id).text("email")).isEqualTo(ANN);
  }

  @Scenario
  void shouldNotAskForWhomSomebodyHasReferred(Api api) {
    Given given = attested(api);
    given.captured(ANN);

    Outcome.Refused no = api.call("requestIntroduction", request(given)).no();

    assertThat(no.code()).isEqualTo("prospect-held");
    assertThat(no.message()).contains("ask with its referralId");
  }

  @Scenario
  void shouldEndWhereSomebodyReferredTheProspectMeanwhile(Api api) {
    Given given = attested(api);
    String id = requested(given);
    String first = given.captured(ANN);

    Outcome agreed = said(given, id, "CONNECTOR_ACCEPT");

    assertThat(agreed.text("state")).isEqualTo("CANCELLED");
    assertThat(agreed.text("reasonCode")).isEqualTo("PROSPECT_HELD");
    Outcome second = api.read("referral", Map.of("id", agreed.text("referralId")));
    assertThat(second.text("state")).isEqualTo("DUPLICATE");
    assertThat(second.text("decision.outcome")).isEqualTo("DUPLICATE");
    assertThat(api.read("introductionConsents", Map.of("id", id)).list("decision"))
        .containsExactly("GIVEN");
    assertThat(api.read("referral", Map.of("id", first)).text("state")).isEqualTo("ACCEPTED");
    assertThat(prospect(api, id).text("email")).isEqualTo(ANN);
  }

  @Scenario
  void shouldWaitForTheReviewBeforeTheProspectIsAsked(Api api) {
    Given given =
        Given.program(
            api,
            Map.of(
                "capture", Map.of("review", "ALL"),
                "introductions", Map.of("attestedConsent", "BOTH")));
    String id = requested(given);

    Outcome agreed = said(given, id, "CONNECTOR_ACCEPT");

    assertThat(agreed.text("state")).isEqualTo("CONNECTOR_ACCEPTED");
    String referral = agreed.text("referralId");
    assertThat(
            api.call("transitionIntroduction", Map.of("id", id, "action", "ASK_PROSPECT")).code())
        .isEqualTo("introduction-not-possible");
    given.mia().call("transitionReferral", Map.of("id", referral, "action", "ACCEPT")).ok();
    assertThat(api.read("introduction", Map.of("id", id)).text("state"))
        .isEqualTo("PROSPECT_ASKED");
  }

  @Scenario
  void shouldEndWithTheReview(Api api) {
    Given given =
        Given.program(
            api,
            Map.of(
                "capture", Map.of("review", "ALL"),
                "introductions", Map.of("attestedConsent", "BOTH")));
    String id = requested(given);
    String referral = said(given, id, "CONNECTOR_ACCEPT").text("referralId");

    given
        .mia()
        .call(
            "transitionReferral",
            Map.of("id", referral, "action", "REJECT", "reasonCode", "NOT_A_FIT"))
        .ok();

    assertThat(api.read("introduction", Map.of("id", id)).text("state")).isEqualTo("CANCELLED");
  }

  @Scenario
  void shouldEndWhereTheConnectorHasLeftTheProgram(Api api) {
    Given given = attested(api);
    String id = requested(given);
    api.call("transitionReferrer", Map.of("id", given.referrer(), "action", "REMOVE")).ok();

    Outcome agreed = said(given, id, "CONNECTOR_ACCEPT");

    assertThat(agreed.text("state")).isEqualTo("CANCELLED");
    assertThat(agreed.text("reasonCode")).isEqualTo("NOT_POSSIBLE");
    assertThat(agreed.text("referralId")).isEqualTo("null");
    assertThat(prospect(api, id).text("name")).startsWith("erased:");
  }

  @Scenario
  void shouldSayWhoIntroducesWhomInOneWay(Api api) {
    Given given = attested(api);
    Map<String, Object> both = request(given, "referralId", given.captured("bob@b.example"));
    Map<String, Object> half = request(given);
    half.remove("prospect");

    assertThat(api.call("requestIntroduction", both).no().fields()).containsExactly("referralId");
    assertThat(api.call("requestIntroduction", half).no().fields()).containsExactly("referralId");
    assertThat(
            api.call("requestIntroduction", request(given, "connector", Map.of("code", "NOBODY")))
                .no()
                .message())
        .startsWith("/connector names nobody");
  }

  @Scenario
  void shouldKeepNoAddressWhereTheProgramKeepsNone(Api api) {
    Given given =
        Given.program(
            api,
            Map.of(
                "capture", Map.of("prospectContact", "HASH_UNTIL_OPT_IN"),
                "introductions", Map.of("attestedConsent", "BOTH")));
    String id = requested(given);
    assertThat(prospect(api, id).text("email")).isEqualTo("null");

    String referral = said(given, id, "CONNECTOR_ACCEPT").text("referralId");

    assertThat(prospect(api, id).text("email")).isEqualTo("null");
    assertThat(prospect(api, id).text("name")).isEqualTo("Ann Lee");
    assertThat(referrals(api).list("id")).containsExactly(referral);
    assertThat(api.call("captureReferral", given.capture(ANN)).text("decision.outcome"))
        .isEqualTo("DUPLICATE");
  }
}
