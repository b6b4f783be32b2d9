package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

abstract class DueItemScenarios extends ContractSuite {

  private static void request(Given given, String referral) {
    given
        .api()
        .call(
            "requestIntroduction",
            Map.of(
                "referralId",
                referral,
                "requester",
                Map.of("name", "Sam Seller"),
                "subject",
                "Shorter month ends",
                "context",
                "Ann fights with month-end closing; Sam's team cut Kim's from nine days to two."))
        .ok();
  }

  @Scenario
  void shouldListWhatIsDueTheEarliestFirst(Api api) {
    Given given = Given.program(api);
    String ann = given.captured("ann@acme.example");
    String bob = given.captured("bob@other.example");
    request(given, ann);

    Outcome all = api.read("dueItems", Map.of());

    assertThat(all.list("kind"))
        .containsExactly(
            "FIRST_CONTACT",
            "THANK_YOU",
            "THANK_YOU",
            "CONNECTOR_ANSWER",
            "PRIVACY_NOTICE",
            "PRIVACY_NOTICE");
    assertThat(all.list("referralId")).containsExactly(bob, ann, bob, ann, ann, bob);
    assertThat(all.list("overdue")).containsOnly("false");
    assertThat(api.read("dueItems", Map.of("kind", "THANK_YOU")).list("resourceId"))
        .containsExactly(ann, bob);
    assertThat(api.read("dueItems", Map.of("overdue", true)).list()).isEmpty();
    assertThat(api.read("dueItems", Map.of("overdue", false)).list()).hasSize(6);
  }

  @Scenario
  void shouldGoOnWhereThePageEnded(Api api) {
    Given given = Given.program(api);
    request(given, given.captured("ann@acme.example"));
    given.captured("bob@other.example");
    List<?> all = api.call("dueItems").list();

    Outcome first = api.read("dueItems", Map.of("first", 2));
    Outcome second =
        api.read("dueItems", Map.of("first", 2, "after", String.valueOf(first.next())));
    Outcome third =
        api.read("dueItems", Map.of("first", 2, "after", String.valueOf(second.next())));

    assertThat(first.list()).isEqualTo(all.subList(0, 2));
    assertThat(second.list()).isEqualTo(all.subList(2, 4));
    assertThat(third.list()).isEqualTo(all.subList(4, 6));
    assertThat(third.next()).isNull();
    assertThat(api.call("dueItems", Map.of("after", "AAAA")).no().fields())
        .containsExactly("cursor");
  }

  @Scenario
  void shouldForgetWhatIsDone(Api api) {
    Given given = Given.program(api);
    String ann = given.captured("ann@acme.example");
    api.call("recordThanks", Map.of("id", ann)).ok();
    api.call("transitionReferral", Map.of("id", ann, "action", "CONTACT")).ok();

    assertThat(api.read("dueItems", Map.of()).list()).isEmpty();
  }

  @Scenario
  void shouldShowAReviewThatWaits(Api api) {
    Given given = Given.program(api, Map.of("capture", Map.of("review", "ALL")));
    String ann = given.captured("ann@acme.example");

    Outcome items = api.read("dueItems", Map.of("kind", "REVIEW"));

    assertThat(items.list("referralId")).containsExactly(ann);
  }

  @Scenario
  void shouldLeaveOutWhatTheKeyMayNotRead(Api api) {
    Given given = Given.program(api);
    request(given, given.captured("ann@acme.example"));
    Api reader = api.withScopes("referrals:read");

    assertThat(reader.call("dueItems").list("kind")).containsExactly("THANK_YOU", "PRIVACY_NOTICE");
    assertThat(reader.call("dueItems", Map.of("kind", "CONNECTOR_ANSWER")).code())
        .isEqualTo("missing-scope");
  }
}
