package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

abstract class EventScenarios extends ContractSuite {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Scenario
  void shouldTellWhatHappenedInOrder(Api api) {
    String deal = api.write("upsertDeal", Given.deal("D-1", "milestone", "WON")).text("id");
    await().atMost(SOON).until(() -> api.call("events").list("type").contains("deal.won"));

    Outcome all = api.read("events", Map.of("types", List.of("deal.*")));
    assertThat(all.list("type")).containsSubsequence("deal.created", "deal.won");
    assertThat(all.list("resource.id")).containsOnly(deal);
    Outcome first = api.read("events", Map.of("first", 1));
    String id = String.valueOf(first.list("id").getFirst());
    assertThat(first.next()).isEqualTo(id);
    assertThat(api.read("events", Map.of("after", id)).list("id")).doesNotContain(id);
    assertThat(api.read("event", Map.of("id", id)).text("cause.actor.type")).isEqualTo("API_KEY");
    assertThat(api.read("events", Map.of("types", List.of("payout.*"))).list()).isEmpty();
  }

  @Scenario
  void shouldListTheTypesThatThereAre(Api api) {
    assertThat(api.read("eventTypes", Map.of()).list("type")).contains("referral.won");
  }

  @Scenario
  void shouldRefuseACursorOrATypeThatIsNone(Api api) {
    assertThat(api.call("events", Map.of("after", "evt_7zzzzzzzzzzzzzzzzzzzzzzzzz")).no().fields())
        .containsExactly("after");
    assertThat(
            api.call("events", Map.of("types", List.of("deal.won", "deal.bought"))).no().fields())
        .containsExactly("types/1");
  }
}
