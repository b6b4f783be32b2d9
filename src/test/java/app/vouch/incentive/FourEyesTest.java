package app.vouch.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.platform.access.Actor;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import org.junit.jupiter.api.Test;

class FourEyesTest {
  private static final Actor MIA = new Actor(Actor.Type.ACTOR, "crm:mia", "Mia");
  private static final Actor FAY = new Actor(Actor.Type.ACTOR, "crm:fay", "Fay");

  @Test
  void shouldBeNeededOnlyWhenTheAmountIsAboveTheLimit() {
    assertThat(FourEyes.needed(usd(5_000_00), usd(5_000_00))).isFalse();
    assertThat(FourEyes.needed(usd(5_000_01), usd(5_000_00))).isTrue();
    assertThat(FourEyes.needed(usd(5_000_01), null)).isFalse();
  }

  @Test
  void shouldBeCompleteWhenASecondPersonApproves() {
    assertThat(FourEyes.complete(IdType.REWARD, null, MIA)).isFalse();
    assertThat(FourEyes.complete(IdType.REWARD, FourEyes.name(MIA), FAY)).isTrue();
  }

  @Test
  void shouldBeRefusedWhenTheSamePersonApprovesAgainUnderAnotherName() {
    Actor renamed = new Actor(Actor.Type.ACTOR, "crm:mia", "Somebody else");

    assertThatThrownBy(() -> FourEyes.complete(IdType.REWARD, FourEyes.name(MIA), renamed))
        .isInstanceOfSatisfying(
            Refusal.Rule.class, no -> assertThat(no.type()).isEqualTo(ProblemType.FOUR_EYES));
  }

  @Test
  void shouldBeRefusedWhenTheSamePersonIsWrittenInOtherLetters() {
    Actor shouted = new Actor(Actor.Type.ACTOR, "CRM:Mia", "Mia");

    assertThatThrownBy(() -> FourEyes.complete(IdType.REWARD, FourEyes.name(MIA), shouted))
        .isInstanceOf(Refusal.Rule.class);
  }

  private static Money usd(long minor) {
    return Money.ofMinor(minor, "USD");
  }
}
