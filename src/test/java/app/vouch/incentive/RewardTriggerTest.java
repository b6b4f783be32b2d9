package app.vouch.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far a referral must come for a fixed reward, and which way does not count. */
@QuarkusTest
class RewardTriggerTest {
  @Inject LedgerHarness books;

  @Test
  void shouldGrantOnceWhenTheReferralReachesTheStage() {
    IncentiveStory story = thanksFor("QUALIFIED");

    story.move("QUALIFY").won().reopened().won();

    assertThat(story.rewards().getList("data")).hasSize(1);
  }

  @Test
  void shouldGrantWhenTheReferralSkipsTheStage() {
    IncentiveStory story = thanksFor("MEETING");

    story.won();

    assertThat(story.rewards().getList("data.trigger", String.class)).containsExactly("MEETING");
  }

  @Test
  void shouldGrantNothingWhenALostReferralIsReopened() {
    IncentiveStory story = thanksFor("QUALIFIED");
    story.deal("LOST", "48000.00", "USD").statusCode(201);

    story.deal("CONTACTED", "48000.00", "USD").statusCode(200);
    assertThat(story.referralState()).isEqualTo("QUALIFIED");
    assertThat(story.rewards().getList("data")).isEmpty();

    story.won();
    assertThat(story.rewards().getList("data")).hasSize(1);
  }

  @Test
  void shouldGrantWhenBothWereIntroduced() {
    IncentiveStory story = thanksFor("INTRODUCED");
    String introduction = story.mutual();
    assertThat(story.rewards().getList("data")).isEmpty();

    story.introduce(introduction, "INTRODUCE");

    assertThat(story.rewards().getList("data")).hasSize(1);
  }

  @Test
  void shouldGrantTheIntroductionOnlyWhenTheReferralCountsAgain() {
    IncentiveStory story = thanksFor("INTRODUCED");
    String introduction = story.mutual();
    story.move("MARK_DUPLICATE");

    story.introduce(introduction, "INTRODUCE");
    assertThat(story.rewards().getList("data")).isEmpty();
    assertThat(story.balances()).isEmpty();

    story.move("REINSTATE");
    assertThat(story.rewards().getList("data")).hasSize(1);
    assertThat(story.balances()).isEqualTo(Map.of("EXPENSE", "25.00", "PAYABLE", "-25.00"));
    books.requireSound(story.tenant());
  }

  private static IncentiveStory thanksFor(String trigger) {
    return IncentiveStory.with(
        """
        {"id":"thanks","trigger":"%s","split":"NONE","hold":"P0D",
         "amount":{"type":"FIXED","value":{"amount":"25.00","currency":"USD"}},
         "approval":{"by":"AUTOMATIC"}}"""
            .formatted(trigger));
  }
}
