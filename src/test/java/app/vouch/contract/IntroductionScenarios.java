package app.vouch.contract;

import static app.vouch.contract.Given.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.platform.mail.MailReceiver;
import java.time.Duration;
import java.util.List;
import java.util.Map;

abstract class IntroductionScenarios extends ContractSuite {
  private static final String ANN = "ann@acme.example";

  /** Both parties' words on the phone count. */
  private static Given attested(Api api) {
    return Given.program(api, Map.of("introductions", Map.of("attestedConsent", "BOTH")));
  }

  static Map<String, Object> request(String referral, Object... members) {
    Map<String, Object> request = input(members);
    request.put("referralId", referral);
    request.putIfAbsent("requester", Map.of("name", "Sam Seller", "email", "sam@seller.example"));
    request.put("subject", "Shorter month ends at Acme");
    request.putIfAbsent(
        "context",
        "Ann fights with month-end closing; Sam's team cut Kim's closing from nine days to two.");
    return request;
  }

  private static String requested(Given given) {
    return given.api().write("requestIntroduction", request(given.captured(ANN))).text("id");
  }

  private static Outcome step(Api api, String id, String action, Object... members) {
    Map<String, Object> step = input(members);
    step.put("id", id);
    step.put("action", action);
    return api.call("transitionIntroduction", step);
  }

  private static Outcome said(Given given, String id, String action) {
    return step(given.mia(), id, action, "channel", "PHONE", "evidence", "said yes on the phone");
  }

  @Scenario
  void shouldAskTheConnector(Api api) {
    Given given = Given.program(api);
    String referral = given.captured(ANN);

    Outcome requested = api.write("requestIntroduction", request(referral));

    assertThat(requested.text("state")).isEqualTo("REQUESTED");
    assertThat(requested.text("allowedActions"))
        .isEqualTo("[CONNECTOR_ACCEPT, CONNECTOR_DECLINE, DEFER, CANCEL]");
    String id = requested.text("id");
    assertThat(api.read("introduction", Map.of("id", id)).ok()).isEqualTo(requested.ok());
    assertThat(api.read("introductions", Map.of("referralId", referral)).list("id"))
        .containsExactly(id);
    assertThat(api.read("introductions", Map.of("state", "MET")).list()).isEmpty();
    assertThat(api.call("requestIntroduction", request(referral)).code())
        .isEqualTo("already-exists");
  }

  @Scenario
  void shouldGoFromTwoConsentsToTheEnd(Api api) {
    Given given = attested(api);
    String id = requested(given);

    assertThat(said(given, id, "CONNECTOR_ACCEPT").text("state")).isEqualTo("PROSPECT_ASKED");
    assertThat(said(given, id, "PROSPECT_ACCEPT").text("state")).isEqualTo("MUTUAL");
    for (String action : List.of("INTRODUCE", "INTRODUCE", "RECORD_REPLY", "RECORD_MEETING")) {
      step(api, id, action).ok();
    }
    assertThat(step(api, id, "CLOSE").no().fields()).containsExactly("outcome");
    assertThat(step(api, id, "CLOSE", "outcome", "WORKED").text("state")).isEqualTo("CLOSED");

    assertThat(api.read("introductionConsents", Map.of("id", id)).list("party"))
        .containsExactly("CONNECTOR", "PROSPECT");
    assertThat(api.read("introductionConsents", Map.of("id", id)).list("recordedBy.id"))
        .containsExactly("crm:mia", "crm:mia");
    assertThat(api.read("introductionTimeline", Map.of("id", id)).list("action"))
        .containsExactly(
            "CLOSE",
            "RECORD_MEETING",
            "RECORD_REPLY",
            "INTRODUCE",
            "PROSPECT_ACCEPT",
            "ASK_PROSPECT",
            "CONNECTOR_ACCEPT",
            "REQUEST");
  }

  @Scenario
  void shouldNameWhatIsAllowedWhenAnActionIsNot(Api api) {
    String id = requested(Given.program(api));

    Outcome refused = step(api, id, "INTRODUCE");

    assertThat(refused.code()).isEqualTo("transition-not-allowed");
    assertThat(refused.no().message()).contains("REQUESTED", "CONNECTOR_ACCEPT", "CANCEL");
  }

  @Scenario
  void shouldNeedActorScopeAndEvidenceForAnAttestedConsent(Api api) {
    Given given = attested(api);
    String id = requested(given);

    assertThat(step(api, id, "CONNECTOR_ACCEPT", "channel", "PHONE", "evidence", "yes").code())
        .isEqualTo("actor-required");
    assertThat(step(given.mia(), id, "CONNECTOR_ACCEPT", "channel", "PHONE").code())
        .isEqualTo("attestation-required");
    Outcome refused = step(api.withScopes("introductions:write"), id, "CONNECTOR_ACCEPT");
    assertThat(refused.code()).isEqualTo("missing-scope");
    assertThat(refused.no().message()).contains("consents:record");
    assertThat(api.read("introductionConsents", Map.of("id", id)).list()).isEmpty();
  }

  @Scenario
  void shouldTakeBackBothConsentsEachByItself(Api api) {
    Given given = attested(api);
    String id = requested(given);
    said(given, id, "CONNECTOR_ACCEPT").ok();
    said(given, id, "PROSPECT_ACCEPT").ok();

    assertThat(step(api, id, "WITHDRAW", "party", "CONNECTOR").text("state"))
        .isEqualTo("WITHDRAWN");
    assertThat(step(api, id, "WITHDRAW", "party", "CONNECTOR").text("state"))
        .isEqualTo("WITHDRAWN");
    assertThat(step(api, id, "WITHDRAW", "party", "PROSPECT").text("state")).isEqualTo("WITHDRAWN");

    assertThat(api.read("introductionConsents", Map.of("id", id)).list("withdrawnAt"))
        .hasSize(2)
        .doesNotContain("null");
  }

  @Scenario
  void shouldNotLetACallerSpeakAsALink(Api api) {
    Given given = attested(api);
    String id = requested(given);

    assertThat(step(given.mia(), id, "CONNECTOR_DECLINE", "channel", "LINK").no().fields())
        .containsExactly("channel");
    said(given, id, "CONNECTOR_ACCEPT").ok();
    assertThat(
            step(given.mia(), id, "WITHDRAW", "party", "CONNECTOR", "channel", "LINK")
                .no()
                .fields())
        .containsExactly("channel");
  }

  @Scenario
  void shouldDeferAtMostAsLongAsTheRulesSay(Api api) {
    Given given = Given.program(api);
    String id = requested(given);

    assertThat(step(api, id, "DEFER").no().fields()).containsExactly("until");
    assertThat(step(api, id, "DEFER", "until", "2099-01-01T00:00:00Z").code())
        .isEqualTo("deferral-too-long");
    assertThat(step(api, id, "CANCEL", "note", "between us").text("state")).isEqualTo("CANCELLED");
    assertThat(api.read("introductionTimeline", Map.of("id", id)).list("note"))
        .startsWith("between us");
  }

  @Scenario
  void shouldRenderTheMessageThatIsDue(Api api) {
    String id = requested(Given.program(api));
    Outcome messages = api.read("introductionMessages", Map.of("id", id));
    assertThat(messages.list("kind")).containsExactly("CONNECTOR_ASK");
    String message = String.valueOf(messages.list("id").getFirst());
    Map<String, Object> render = Map.of("id", message, "idempotencyKey", "render-1");

    Outcome rendered = api.call("renderMessage", render);

    assertThat(rendered.text("link")).contains("/i/");
    assertThat(rendered.text("secretWithheld")).isEqualTo("false");
    Outcome again = api.call("renderMessage", render);
    assertThat(again.replayed()).isTrue();
    assertThat(again.text("link")).isEqualTo("null");
    assertThat(again.text("secretWithheld")).isEqualTo("true");
    step(api, id, "CANCEL").ok();
    assertThat(api.call("renderMessage", Map.of("id", message)).code())
        .isEqualTo("message-not-sendable");
  }

  @Scenario
  void shouldMailMessagesAndTryAgainWhatFailed(Api api) {
    Given given =
        Given.program(
            api,
            Map.of(
                "introductions",
                Map.of(
                    "sending",
                    "VOUCH_SENDS",
                    "mailing",
                    List.of(Map.of("country", "GB", "basis", "CONSENT")))));
    String kim =
        api.call(
                "enrolReferrer",
                Map.of(
                    "programId",
                    given.program(),
                    "person",
                    Map.of("name", "Kim Gone", "email", "refused@beta.example")))
            .text("id");
    String referral =
        api.call(
                "captureReferral",
                Map.of(
                    "programId",
                    given.program(),
                    "referrer",
                    Map.of("id", kim),
                    "prospect",
                    Map.of("name", "Ann Lee", "email", ANN, "country", "GB")))
            .text("id");

    try (MailReceiver receiver = MailReceiver.start()) {
      Map<String, Object> introduction =
          Map.of("id", api.write("requestIntroduction", request(referral)).text("id"));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  api.call("introductionMessages", introduction)
                      .list("mails")
                      .toString()
                      .contains("FAILED"));
      Outcome messages = api.read("introductionMessages", introduction);
      assertThat(messages.list("mails").toString()).contains("REFUSED", "CONNECTOR", "550 5.1.1");
      Map<String, Object> message = Map.of("id", String.valueOf(messages.list("id").getFirst()));

      Outcome again = api.call("retryMessage", message);

      assertThat(again.text("mails")).contains("QUEUED");
      assertThat(receiver.to("refused@beta.example")).isEmpty();
      step(api, String.valueOf(introduction.get("id")), "CANCEL").ok();
      assertThat(api.call("retryMessage", message).code()).isEqualTo("message-not-sendable");
    }
  }

  @Scenario
  void shouldRefuseARequestThatSaysTooLittleOrNamesNobody(Api api) {
    Given given = Given.program(api);
    String referral = given.captured(ANN);

    assertThat(api.call("requestIntroduction", request(referral, "context", "Hello there")).code())
        .isEqualTo("context-required");
    assertThat(api.call("requestIntroduction", request("ref_01h455vb4pex5vsknk084sn02q")).code())
        .isEqualTo("unknown-reference");
    assertThat(
            api.call(
                    "requestIntroduction",
                    request(
                        referral, "requester", Map.of("name", "Kim", "email", "kim@beta.example")))
                .code())
        .isEqualTo("self-referral");
    assertThat(api.call("requestIntroduction", request(referral, "sending", "VOUCH_SENDS")).code())
        .isEqualTo("introduction-not-possible");
  }

  @Scenario
  void shouldStoreNothingWhenItIsADryRun(Api api) {
    Given given = Given.program(api);
    String referral = given.captured(ANN);

    Outcome preview = api.call("requestIntroduction", request(referral, "dryRun", true));

    assertThat(preview.text("state")).isEqualTo("REQUESTED");
    assertThat(preview.previewedEvents())
        .contains("introduction.requested", "introduction.message_due");
    assertThat(api.call("introductions").list()).isEmpty();
  }
}
