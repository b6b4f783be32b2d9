package app.vouch.contract;

import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;

abstract class ReferralScenarios extends ContractSuite {
  private static final String ANN = "ann@acme.example";

  @Scenario
  void shouldAcceptThreeFields(Api api) {
    Given given = Given.program(api);

    Outcome captured =
        api.write(
            "captureReferral",
            given.capture(
                ANN,
                "metadata",
                Map.of("campaign", "q4"),
                "evidence",
                List.of(Map.of("kind", "TEXT", "text", "talk to Ann")),
                "occurredAt",
                "2026-01-02T03:04:05Z",
                "externalRefs",
                List.of(Map.of("system", "typeform", "id", "F-1"))));

    assertThat(captured.text("state")).isEqualTo("ACCEPTED");
    assertThat(captured.text("decision.outcome")).isEqualTo("ACCEPTED");
    assertThat(captured.text("prospect.email")).isEqualTo(ANN);
    assertThat(captured.text("metadata.campaign")).isEqualTo("q4");
    assertThat(api.read("referral", Map.of("id", captured.text("id"))).ok())
        .isEqualTo(captured.ok());
    assertThat(api.read("referral", Map.of("id", "ext:typeform:default:referral:F-1")).text("id"))
        .isEqualTo(captured.text("id"));
  }

  @Scenario
  void shouldFindTheReferrerByTheirCode(Api api) {
    Given given = Given.program(api);
    String code = api.call("referrer", Map.of("id", given.referrer())).text("code");
    Map<String, Object> capture = given.capture(ANN);
    capture.put("referrer", Map.of("code", code));

    assertThat(api.write("captureReferral", capture).text("referrer.id"))
        .isEqualTo(given.referrer());
  }

  @Scenario
  void shouldStoreADuplicateWithTheReason(Api api) {
    Given given = Given.program(api);
    String first = given.captured(ANN);

    assertThat(api.call("captureReferral", given.capture("ANN@acme.example")).text("state"))
        .isEqualTo("DUPLICATE");
    Outcome second = api.call("captureReferral", given.capture(ANN));

    assertThat(second.text("state")).isEqualTo("DUPLICATE");
    assertThat(second.text("reasonCode")).isEqualTo("PERSON_KNOWN");
    assertThat(second.text("decision.reasons.0.code")).isEqualTo("PERSON_KNOWN");
    assertThat(second.text("decision.competing.0.referralId")).isEqualTo(first);
    assertThat(api.read("referral", Map.of("id", second.text("id"))).text("state"))
        .isEqualTo("DUPLICATE");
  }

  @Scenario
  void shouldAcceptOneOfTwoAtOnceAndStoreTheOther(Api api) throws Exception {
    Given given = Given.program(api);
    CyclicBarrier start = new CyclicBarrier(2);

    List<Outcome> answers;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Outcome>> running =
          IntStream.range(0, 2)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await(60, TimeUnit.SECONDS);
                            return api.call("captureReferral", given.capture(ANN));
                          }))
              .toList();
      answers = List.of(running.get(0).get(), running.get(1).get());
    }

    assertThat(answers.stream().map(answer -> answer.text("state")))
        .containsExactlyInAnyOrder("ACCEPTED", "DUPLICATE");
    assertThat(answers.stream().map(answer -> answer.text("reasonCode")))
        .containsExactlyInAnyOrder("null", "PERSON_KNOWN");
    assertThat(api.read("referrals", Map.of("prospectEmail", ANN)).list("state"))
        .containsExactlyInAnyOrder("ACCEPTED", "DUPLICATE");
  }

  @Scenario
  void shouldMoveOnAndTellTheTimeline(Api api) {
    Given given = Given.program(api);
    String id = given.captured(ANN);

    api.write("transitionReferral", Map.of("id", id, "action", "CONTACT")).ok();
    assertThat(
            api.write("transitionReferral", Map.of("id", id, "action", "CONTACT")).text("version"))
        .as("a repeated action answers the present state")
        .isEqualTo("2");
    assertThat(api.call("transitionReferral", Map.of("id", id, "action", "LOSE")).code())
        .isEqualTo("reason-required");
    api.write(
            "transitionReferral",
            Map.of("id", id, "action", "LOSE", "reasonCode", "NO_BUDGET", "note", "next year"))
        .ok();

    assertThat(api.read("referralTimeline", Map.of("id", id)).list("action"))
        .containsExactly("LOSE", "CONTACT", "ACCEPT", "CAPTURE");
    Outcome first = api.read("referralTimeline", Map.of("id", id, "first", 3));
    assertThat(first.list("reasonCode")).startsWith("NO_BUDGET");
    assertThat(
            api.read(
                    "referralTimeline",
                    Map.of("id", id, "first", 3, "after", String.valueOf(first.next())))
                .list("action"))
        .containsExactly("CAPTURE");
  }

  @Scenario
  void shouldNameWhatIsAllowedWhenAnActionIsNot(Api api) {
    String id = Given.program(api).captured(ANN);

    Outcome refused = api.call("transitionReferral", Map.of("id", id, "action", "REVIVE"));

    assertThat(refused.code()).isEqualTo("transition-not-allowed");
    assertThat(refused.no().message()).contains("ACCEPTED", "CONTACT", "QUALIFY", "WITHDRAW");
  }

  @Scenario
  void shouldNeedTheScopeToDecide(Api api) {
    String id = Given.program(api).captured(ANN);
    Api writer = api.withScopes("referrals:write");

    Outcome refused =
        writer.call(
            "transitionReferral", Map.of("id", id, "action", "REJECT", "reasonCode", "NOT_A_FIT"));

    assertThat(refused.code()).isEqualTo("missing-scope");
    assertThat(refused.no().message()).contains("referrals:decide");
  }

  @Scenario
  void shouldListWhatTheFiltersName(Api api) {
    Given given = Given.program(api);
    String ann = given.captured(ANN);
    String bob = given.captured("bob@other.example");
    String updated = api.call("referral", Map.of("id", bob)).text("updatedAt");

    Outcome first = api.read("referrals", Map.of("first", 1));
    assertThat(first.list("id")).containsExactly(bob);
    assertThat(
            api.read("referrals", Map.of("first", 1, "after", String.valueOf(first.next())))
                .list("id"))
        .containsExactly(ann);
    assertThat(api.read("referrals", Map.of("prospectEmail", "Ann@Acme.example")).list("id"))
        .containsExactly(ann);
    assertThat(api.read("referrals", Map.of("updatedSince", updated)).list("id"))
        .containsExactly(bob);
    assertThat(
            api.read(
                    "referrals",
                    Map.of(
                        "state", "ACCEPTED",
                        "programId", given.program(),
                        "referrerId", given.referrer()))
                .list("id"))
        .containsExactly(bob, ann);
    assertThat(api.call("referrals", Map.of("state", "GONE")).code()).isEqualTo("invalid-request");
    assertThat(api.call("referrals", Map.of("prospectEmail", "nowhere")).code())
        .isEqualTo("invalid-request");
  }

  @Scenario
  void shouldStoreNothingWhenItIsADryRun(Api api) {
    Given given = Given.program(api);

    Outcome preview = api.call("captureReferral", given.capture(ANN, "dryRun", true));

    assertThat(preview.text("state")).isEqualTo("ACCEPTED");
    assertThat(preview.previewedEvents()).containsExactly("referral.captured", "referral.accepted");
    assertThat(api.call("referrals").list()).isEmpty();
  }

  @Scenario
  void shouldAnswerOnceUnderOneKeyByWhicheverWay(Api api) {
    Given given = Given.program(api);
    String key = unique("key");
    Map<String, Object> capture =
        given.capture(ANN, "idempotencyKey", key, "metadata", Map.of("campaign", "q4"));

    Outcome first = api.call("captureReferral", capture);
    Outcome again = api.call("captureReferral", capture);
    Outcome other = api.byTheOtherWay().call("captureReferral", capture);

    assertThat(first.replayed()).isFalse();
    assertThat(again.replayed()).isTrue();
    assertThat(other.replayed()).isTrue();
    assertThat(again.ok()).isEqualTo(first.ok());
    assertThat(other.ok()).isEqualTo(first.ok());
    capture.put("role", "CTO");
    assertThat(api.call("captureReferral", capture).code()).isEqualTo("idempotency-key-reused");
  }

  @Scenario
  void shouldRecordThanks(Api api) {
    String id = Given.program(api).captured(ANN);

    Map<String, Object> thanked = api.write("recordThanks", Map.of("id", id)).ok();

    assertThat(thanked.get("thankedAt")).isNotNull();
    assertThat(api.write("recordThanks", Map.of("id", id)).ok()).isEqualTo(thanked);
  }

  @Scenario
  void shouldWriteTheThanksUntilTheyAreRecorded(Api api) {
    Given given =
        Given.program(
            api,
            Map.of(
                "templates",
                List.of(
                    Map.of(
                        "kind", "THANK_YOU",
                        "language", "FR",
                        "text", "Merci, {referrer}, pour {prospect} ! {tenant}"))));
    String id = given.captured(ANN);
    String message = api.read("referral", Map.of("id", id)).text("thankYouMessageId");

    Outcome ours = api.write("renderMessage", Map.of("id", message));
    Outcome own = api.call("renderMessage", Map.of("id", message, "language", "FR"));

    assertThat(ours.text("kind")).isEqualTo("THANK_YOU");
    assertThat(ours.text("recipientRole")).isEqualTo("REFERRER");
    assertThat(ours.text("referralId")).isEqualTo(id);
    assertThat(ours.text("introductionId")).isEqualTo("null");
    assertThat(ours.text("subject")).isEqualTo("Thank you for introducing Ann Lee");
    assertThat(ours.text("text")).startsWith("Hello Kim Park");
    assertThat(own.text("text")).startsWith("Merci, Kim Park, pour Ann Lee ! contract");
    assertThat(api.read("referral", Map.of("id", id)).text("thankedAt")).isEqualTo("null");
    assertThat(api.write("recordThanks", Map.of("id", id)).text("thankYouMessageId"))
        .isEqualTo("null");
    Outcome.Refused late = api.call("renderMessage", Map.of("id", message)).no();
    assertThat(late.code()).isEqualTo("message-not-sendable");
    assertThat(late.message()).contains("was thanked at");
    assertThat(
            api.ofAnotherTenant()
                .call("renderMessage", Map.of("id", message, "language", "FR"))
                .code())
        .isEqualTo("not-found");
  }

  @Scenario
  void shouldRecordThatTheProspectWasTold(Api api) {
    String id = Given.program(api).captured(ANN);

    Map<String, Object> told = api.write("recordPrivacyNotice", Map.of("id", id)).ok();

    assertThat(told.get("privacyNoticedAt")).isNotNull();
    assertThat(api.write("recordPrivacyNotice", Map.of("id", id)).ok()).isEqualTo(told);
  }

  @Scenario
  void shouldAskAPersonWhichReferralADealCameOf(Api api) {
    Given given = Given.program(api);
    String ann = given.captured(ANN);
    String bob = given.captured("bob@other.example");
    String deal =
        api.write(
                "upsertDeal",
                Given.deal(
                    "D-1",
                    "milestone",
                    "WON",
                    "people",
                    List.of(
                        Map.of("name", "Ann Lee", "email", ANN),
                        Map.of("name", "Bob", "email", "bob@other.example"))))
            .text("id");

    Outcome open = api.read("reviewItems", Map.of("resolved", false));
    assertThat(open.list("dealId")).containsExactly(deal);
    assertThat(open.list().getFirst().get("candidates"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrder(ann, bob);
    Map<String, Object> link = Map.of("id", bob, "dealId", deal);
    assertThat(api.write("linkReferralToDeal", link).text("state")).isEqualTo("WON");
    assertThat(api.read("reviewItems", Map.of("resolved", false)).list()).isEmpty();
    assertThat(api.read("reviewItems", Map.of("resolved", true)).list("dealId"))
        .containsExactly(deal);
    assertThat(api.write("unlinkReferralFromDeal", link).text("id")).isEqualTo(bob);
  }

  @Scenario
  void shouldRefuseWhatCannotBeReferred(Api api) {
    Given given = Given.program(api);

    assertThat(api.call("captureReferral", given.capture("kim@beta.example")).code())
        .isEqualTo("self-referral");
    Map<String, Object> unknown = given.capture(ANN);
    unknown.put("referrer", Map.of("code", "NOBODY"));
    assertThat(api.call("captureReferral", unknown).code()).isEqualTo("unknown-reference");
    Map<String, Object> malformed = given.capture(ANN);
    malformed.put("prospect", Map.of("name", "Ann", "email", "nowhere"));
    assertThat(api.call("captureReferral", malformed).no().fields())
        .containsExactly("prospect/email");
  }
}
