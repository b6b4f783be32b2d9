package app.vouch.referral;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.shared.IdType;
import app.vouch.shared.Lifecycle.Decision;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random walks through the table; the seed is in every failure. */
class ReferralWalkTest {
  private static final int WALKS = 10_000;
  private static final int STEPS = 30;
  private static final Set<ReferralState> FINAL =
      EnumSet.of(ReferralState.REJECTED, ReferralState.WITHDRAWN);

  private record Taken(ReferralState from, ReferralAction action, ReferralState to) {}

  @Test
  void shouldStayLawfulWhenActionsAreRandom() {
    long first = Long.getLong("vouch.seed", System.nanoTime());
    EnumSet<ReferralState> visited = EnumSet.noneOf(ReferralState.class);
    for (long seed = first; seed < first + WALKS; seed++) {
      List<Taken> journal = walk(new Random(seed), seed);
      journal.forEach(step -> visited.add(step.to()));
    }

    visited.add(ReferralState.SUBMITTED);
    assertThat(visited).as("from seed %d", first).hasSize(ReferralState.values().length);
  }

  private static List<Taken> walk(Random random, long seed) {
    List<Taken> journal = new ArrayList<>();
    ReferralState state = ReferralLifecycle.TABLE.initial();
    for (int step = 0; step < STEPS; step++) {
      ReferralAction action =
          ReferralAction.values()[random.nextInt(ReferralAction.values().length)];
      if (ReferralLifecycle.TABLE.decide(state, action)
          instanceof Decision.Moved<ReferralState, ReferralAction> moved) {
        assertThat(FINAL).as("seed %d: %s left", seed, state).doesNotContain(state);
        assertThat(moved.to()).as("seed %d: %s does nothing", seed, action).isNotEqualTo(state);
        journal.add(new Taken(state, action, moved.to()));
        state = moved.to();
      }
      assertThat(CallerAction.allowed(state))
          .as("seed %d", seed)
          .allMatch(
              a -> ReferralLifecycle.TABLE.allowed(journalState(journal)).contains(a.action()));
    }
    assertThat(replay(journal)).as("seed %d: replay", seed).isEqualTo(state);
    return journal;
  }

  private static ReferralState journalState(List<Taken> journal) {
    return journal.isEmpty() ? ReferralLifecycle.TABLE.initial() : journal.getLast().to();
  }

  private static ReferralState replay(List<Taken> journal) {
    ReferralState state = ReferralLifecycle.TABLE.initial();
    for (Taken step : journal) {
      state = ReferralLifecycle.TABLE.move(IdType.REFERRAL, state, step.action());
    }
    return state;
  }
}
