package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestClock;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.Map;

abstract class LedgerProofScenarios extends ContractSuite {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Scenario
  void shouldVerifyTheBooksAndSayWhatWasGoneThrough(Api api) {
    Given given = Given.wonDeal(api);
    given.mia().write("transitionReward", Map.of("id", given.reward(), "action", "APPROVE"));

    Outcome begun = api.write("verifyLedger", Map.of());
    String id = begun.text("id");
    await()
        .atMost(SOON)
        .until(
            () ->
                "FINISHED"
                    .equals(api.call("job", Map.of("id", begun.text("jobId"))).text("state")));

    Outcome found = api.read("ledgerVerification", Map.of("id", id));
    assertThat(found.text("outcome")).isEqualTo("SOUND");
    assertThat(found.text("checked"))
        .contains(
            "HEADS", "SEALS", "ENTRIES", "RESOLUTIONS", "ACCOUNTS", "SUMS", "REWARDS", "PAYOUTS");
    assertThat(found.text("checked.2.check")).isEqualTo("ENTRIES");
    assertThat(found.text("checked.2.rows")).isEqualTo("2");
    assertThat(found.text("checked.6.rows")).isEqualTo("1");
    assertThat(found.text("fault")).isEqualTo("null");
    assertThat(api.read("ledgerVerifications", Map.of()).list("id")).containsExactly(id);
  }

  @Scenario
  void shouldSignTheChainOnceADay(Api api) {
    Given.wonDeal(api).approved();
    TestClock clock = Arc.container().instance(TestClock.class).get();
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              clock.advance(Duration.ofHours(25)); // what is sealed late is signed a day later
              return !api.call("ledgerHeads").list().isEmpty();
            });

    String id = String.valueOf(api.read("ledgerHeads", Map.of()).list("id").getFirst());
    Outcome head = api.read("ledgerHead", Map.of("id", id));
    assertThat(head.text("number")).isEqualTo("1");
    assertThat(head.text("hash")).hasSize(64);
    assertThat(head.text("signature")).hasSize(64);
  }

  @Scenario
  void shouldVerifyBooksInWhichNothingIs(Api api) {
    String id = api.write("verifyLedger", Map.of()).text("id");

    await()
        .atMost(SOON)
        .until(
            () ->
                "SOUND"
                    .equals(
                        String.valueOf(
                            api.call("ledgerVerification", Map.of("id", id)).text("outcome"))));
    assertThat(api.read("ledgerHeads", Map.of()).list("id")).isEmpty();
  }

  @Scenario
  void shouldKnowNoVerificationOrHeadOfAnotherTenant(Api api) {
    String id = api.write("verifyLedger", Map.of()).text("id");

    assertThat(api.ofAnotherTenant().call("ledgerVerification", Map.of("id", id)).code())
        .isEqualTo("not-found");
    assertThat(api.call("ledgerHead", Map.of("id", "hed_00000000000000000000000000")).code())
        .isEqualTo("not-found");
  }
}
