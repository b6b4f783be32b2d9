package app.vouch.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.incentive.Promise.Kind;
import app.vouch.incentive.Promise.Part;
import app.vouch.incentive.Promise.Spread;
import app.vouch.shared.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Amounts in whole cents, of two or three rewards, the oldest first. */
class PromiseTest {
  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);
  private static final UUID THIRD = new UUID(0, 3);

  @Test
  void shouldGiveAllToTheOnlyRewardWhenThatIsOpen() {
    assertThat(carried(promise(open(FIRST, 100)).spread(usd(120)))).containsExactly(120L, 0L);
    assertThat(carried(promise(open(FIRST, 100)).spread(usd(80)))).containsExactly(80L, 0L);
  }

  @Test
  void shouldLeaveARestWhenAllWasSentOut() {
    assertThat(carried(promise(sent(FIRST, 100, 100)).spread(usd(120)))).containsExactly(100L, 20L);
  }

  @Test
  void shouldChangeTheNewestThatIsOpenWhenOthersWereSentOut() {
    Promise promise = promise(sent(FIRST, 100, 100), open(SECOND, 20), open(THIRD, 5));

    assertThat(carried(promise.spread(usd(130)))).containsExactly(100L, 20L, 10L, 0L);
    assertThat(carried(promise.spread(usd(110)))).containsExactly(100L, 10L, 0L, 0L);
    assertThat(carried(promise.spread(usd(90)))).containsExactly(90L, 0L, 0L, 0L);
  }

  @Test
  void shouldAskAsLittleAsPossibleBackWhenTheOlderOneIsOpen() {
    assertThat(carried(promise(open(FIRST, 100), sent(SECOND, 20, 20)).spread(usd(110))))
        .containsExactly(90L, 20L, 0L);
  }

  @Test
  void shouldLeaveToThePayeeWhatTheyStillOwe() {
    List<Part> cut = List.of(sent(FIRST, 80, 100), sent(SECOND, 0, 50));

    assertThat(carried(new Promise(cut, usd(70), true).spread(usd(200))))
        .containsExactly(100L, 50L, 50L);
    assertThat(carried(new Promise(cut, usd(30), true).spread(usd(200))))
        .containsExactly(100L, 10L, 90L);
    assertThat(carried(new Promise(cut, usd(0), true).spread(usd(200))))
        .containsExactly(80L, 0L, 120L);
  }

  @Test
  void shouldNotGrantWhatWasRefusedWhenItIsPromisedAgain() {
    Promise promise = promise(sent(FIRST, 100, 100), refused(SECOND, 20));

    assertThat(carried(promise.spread(usd(120)))).containsExactly(100L, 20L, 0L);
    assertThat(carried(promise.spread(usd(130)))).containsExactly(100L, 20L, 10L);
    assertThat(carried(promise.spread(usd(90)))).containsExactly(90L, 0L, 0L);
  }

  @Test
  void shouldNotGrowWhenTheFirstRewardIsOver() {
    Promise promise = new Promise(List.of(refused(FIRST, 100), open(SECOND, 20)), usd(0), false);

    assertThat(carried(promise.spread(usd(150)))).containsExactly(100L, 20L, 0L);
    assertThat(carried(promise.spread(usd(110)))).containsExactly(100L, 10L, 0L);
  }

  /** What each part carries, and then the rest. */
  private static List<Long> carried(Spread spread) {
    return Stream.concat(
            Stream.of(FIRST, SECOND, THIRD)
                .filter(spread.amounts()::containsKey)
                .map(spread.amounts()::get),
            Stream.of(spread.rest()))
        .map(Money::minor)
        .toList();
  }

  private static Promise promise(Part... parts) {
    return new Promise(List.of(parts), usd(0), true);
  }

  private static Part open(UUID id, long amount) {
    return new Part(id, Kind.OPEN, usd(amount), usd(0));
  }

  private static Part sent(UUID id, long amount, long sent) {
    return new Part(id, Kind.SENT, usd(amount), usd(sent));
  }

  private static Part refused(UUID id, long amount) {
    return new Part(id, Kind.REFUSED, usd(amount), usd(0));
  }

  private static Money usd(long cents) {
    return Money.ofMinor(cents, "USD");
  }
}
