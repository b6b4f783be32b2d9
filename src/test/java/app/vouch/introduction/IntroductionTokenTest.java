package app.vouch.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.platform.page.TokenSecret;
import app.vouch.program.ProgramSettings.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When an opt-in link can be answered with; to the microsecond. */
class IntroductionTokenTest {
  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(7));
  private static final Duration TICK = Duration.ofNanos(1000);

  private final Introduction introduction =
      new Introduction(
          id(1),
          new IntroductionRequest(
              id(2),
              id(3),
              id(4),
              id(5),
              "Sam",
              null,
              "Subject",
              "Context",
              Sending.CONNECTOR_SENDS),
          START);
  private final IntroductionToken link = link(Party.CONNECTOR);

  private static UUID id(int number) {
    return new UUID(0, number);
  }

  private IntroductionToken link(Party party) {
    return IntroductionToken.optIn(id(9), TokenSecret.make(), introduction, party, END, START);
  }

  private void step(IntroductionState to, IntroductionMove move) {
    introduction.changeTo(to, move, START);
  }

  @Test
  void shouldBeOpenUntilItsTimeIsOverAndNotASecondLonger() {
    assertThat(link.isOpen(introduction, START)).isTrue();
    assertThat(link.isOpen(introduction, END.minus(TICK))).isTrue();
    assertThat(link.isOpen(introduction, END)).isFalse();
    assertThat(link.isOpen(introduction, END.plusSeconds(1))).isFalse();
  }

  @Test
  void shouldNotBeOpenForTheOtherParty() {
    assertThat(link(Party.PROSPECT).isOpen(introduction, START)).isFalse();
  }

  @Test
  void shouldNotBeOpenOnceItWasUsedOrReplaced() {
    IntroductionToken replaced = link(Party.CONNECTOR);
    link.use(START);
    replaced.revoke(START);

    assertThat(link.isOpen(introduction, START)).isFalse();
    assertThat(replaced.isOpen(introduction, START)).isFalse();
  }

  @Test
  void shouldStayOpenForWhoDeferredHoweverLongThatTakes() {
    IntroductionToken prospects = link(Party.PROSPECT);
    step(
        IntroductionState.DEFERRED,
        IntroductionMove.defer(START.plus(Duration.ofDays(90)), START.plus(Duration.ofDays(180))));

    assertThat(link.isOpen(introduction, END.plus(Duration.ofDays(60)))).isTrue();
    assertThat(prospects.isOpen(introduction, START)).isFalse();
    link.use(START);
    assertThat(link.isOpen(introduction, START)).isFalse();
  }

  @Test
  void shouldEndWithTheStepThatAsked() {
    step(
        IntroductionState.DEFERRED,
        IntroductionMove.defer(START.plus(Duration.ofDays(90)), START.plus(Duration.ofDays(180))));
    step(IntroductionState.REQUESTED, IntroductionMove.of(IntroductionAction.RESUME_CONNECTOR));

    assertThat(link.isOpen(introduction, START)).isFalse();
    assertThat(link(Party.CONNECTOR).isOpen(introduction, START)).isTrue();
  }
}
