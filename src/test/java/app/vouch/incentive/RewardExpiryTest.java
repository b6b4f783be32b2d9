package app.vouch.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.TestClock;
import app.vouch.incentive.ledger.LedgerHarness;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A reward lapses even where its time was over while it could not. */
@QuarkusTest
class RewardExpiryTest {
  @Inject LedgerHarness books;
  @Inject TestClock clock;

  @Test
  void shouldExpireWhenItBecomesAvailableAfterItsTime() throws InterruptedException {
    IncentiveStory story =
        IncentiveStory.demoWith("\"hold\":\"P0D\"", "\"hold\":\"P20D\",\"expires\":\"P10D\"")
            .won()
            .approved();
    clock.advance(Duration.ofDays(11));
    Thread.sleep(3_000);
    assertThat(story.state(story.reward())).isEqualTo("APPROVED");

    clock.advance(Duration.ofDays(10));

    expired(story);
  }

  @Test
  void shouldExpireWhenThePayoutThatHeldItLetsGo() throws InterruptedException {
    IncentiveStory story = tenDays();
    String payout = story.payout("APPROVE");
    letTheTimerPass(story);

    story.step(payout, "CANCEL").statusCode(200);

    expired(story);
  }

  @Test
  void shouldExpireWhenTheMoneyComesBack() throws InterruptedException {
    IncentiveStory story = tenDays();
    String payout = story.payout("APPROVE", "SEND", "SETTLE");
    clock.advance(Duration.ofDays(11));

    story.step(payout, "RETURN").statusCode(200);

    expired(story);
  }

  private static IncentiveStory tenDays() {
    return IncentiveStory.demoWith("\"hold\":\"P0D\"", "\"hold\":\"P0D\",\"expires\":\"P10D\"")
        .won()
        .approved();
  }

  /** While the payout holds the reward, the timer finds nothing to do. */
  private void letTheTimerPass(IncentiveStory story) throws InterruptedException {
    clock.advance(Duration.ofDays(11));
    Thread.sleep(3_000);
    assertThat(story.state(story.reward())).isEqualTo("AVAILABLE");
  }

  private void expired(IncentiveStory story) throws InterruptedException {
    RewardGrantTest.awaitState(story, "EXPIRED");
    assertThat(story.balances()).isEmpty();
    books.requireSound(story.tenant());
  }
}
