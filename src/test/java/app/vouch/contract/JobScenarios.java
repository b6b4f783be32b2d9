package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.shared.IdType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

abstract class JobScenarios extends ContractSuite {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String NOBODYS = "rwd_00000000000000000000000000";

  @Scenario
  void shouldDecideAboutManyRewardsAndSayWhatBecameOfEach(Api api) {
    Given given = Given.wonDeal(api);
    String reward = given.reward();

    Outcome begun =
        api.write(
            "transitionRewards",
            Map.of("rewardIds", List.of(reward, NOBODYS), "action", "APPROVE"));
    String job = begun.text("id");
    assertThat(begun.text("state")).isEqualTo("QUEUED");
    assertThat(begun.text("total")).isEqualTo("2");
    await().atMost(SOON).until(() -> read(api, job).text("state").equals("FINISHED"));

    assertThat(read(api, job).text("done")).isEqualTo("2");
    assertThat(read(api, job).text("refused")).isEqualTo("1");
    Outcome items = api.read("jobItems", Map.of("id", job));
    assertThat(items.list("resourceId")).containsExactlyInAnyOrder(reward, NOBODYS);
    assertThat(items.list("code")).contains("not-found");
    assertThat(api.read("reward", Map.of("id", reward)).text("state")).isEqualTo("AVAILABLE");
    assertThat(
            api.read("jobs", Map.of("state", "FINISHED", "kind", "reward-transitions")).list("id"))
        .containsExactly(job);
    assertThat(api.read("jobs", Map.of("state", "FAILED")).list()).isEmpty();
  }

  @Scenario
  void shouldRefuseBeforeItBegins(Api api) {
    assertThat(
            api.call("transitionRewards", Map.of("rewardIds", List.of(NOBODYS), "action", "DENY"))
                .code())
        .isEqualTo("reason-required");
    assertThat(
            api.call(
                    "transitionRewards", Map.of("rewardIds", List.of("pay_1"), "action", "APPROVE"))
                .code())
        .isEqualTo("wrong-id-type");
    assertThat(
            api.call("transitionRewards", Map.of("rewardIds", List.of(), "action", "APPROVE"))
                .code())
        .isEqualTo("invalid-request");
    assertThat(api.read("jobs", Map.of()).list()).isEmpty();
  }

  @Scenario
  void shouldStopWhatIsCancelled(Api api) {
    List<String> many =
        IntStream.range(0, 1000).mapToObj(i -> IdType.REWARD.format(new UUID(0, i))).toList();
    String job =
        api.call("transitionRewards", Map.of("rewardIds", many, "action", "APPROVE")).text("id");

    Outcome cancelled = api.write("transitionJob", Map.of("id", job, "action", "CANCEL"));

    assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
    assertThat(read(api, job).text("finishedAt")).isNotEqualTo("null");
  }

  @Scenario
  void shouldNameWhatCanBeDoneWithAJobThatIsOver(Api api) {
    String job =
        api.write("transitionRewards", Map.of("rewardIds", List.of(NOBODYS), "action", "APPROVE"))
            .text("id");
    await().atMost(SOON).until(() -> read(api, job).text("state").equals("FINISHED"));

    for (String action : List.of("RETRY", "CANCEL")) {
      assertThat(api.call("transitionJob", Map.of("id", job, "action", action)).code())
          .isEqualTo("transition-not-allowed");
    }
    assertThat(
            api.call(
                    "transitionJob",
                    Map.of("id", "job_00000000000000000000000000", "action", "CANCEL"))
                .code())
        .isEqualTo("not-found");
  }

  private static Outcome read(Api api, String job) {
    return api.call("job", Map.of("id", job));
  }
}
