package app.vouch.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.introduction.IntroductionContract.Line;
import app.vouch.platform.access.Actor;
import app.vouch.program.ProgramSettings.Sending;
import app.vouch.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand random lives of an introduction, in memory, with the rules that the service uses:
 * actions, deferrals, yeses taken back by both parties, clicks that come twice, and a clock that
 * jumps. The test keeps its own, simpler books of who has said yes and of what leads where, and
 * compares. {@code IntroductionRandomLivesTest} does the same over the API.
 */
class IntroductionRandomTest {
  private static final int LIVES = 10_000;
  private static final int STEPS = 30;
  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
  private static final Duration LATEST_DEFERRAL = Duration.ofDays(180);

  private static final Set<IntroductionAction> ONWARD =
      EnumSet.of(
          IntroductionAction.CONNECTOR_ACCEPT,
          IntroductionAction.ASK_PROSPECT,
          IntroductionAction.PROSPECT_ACCEPT,
          IntroductionAction.DEFER,
          IntroductionAction.RESUME_CONNECTOR,
          IntroductionAction.RESUME_PROSPECT,
          IntroductionAction.INTRODUCE,
          IntroductionAction.RECORD_REPLY);

  /** How often something happened in all lives, so that none of it is tested by luck. */
  private final Map<Sort, Integer> counts = new EnumMap<>(Sort.class);

  private enum Sort {
    INTRODUCED,
    NOT_INTRODUCED_FOR_WANT_OF_A_YES,
    CLICKED_TWICE,
    CONNECTOR_TOOK_BACK,
    PROSPECT_TOOK_BACK,
    TOOK_BACK_AFTER_THE_INTRODUCTION,
    CONNECTOR_DEFERRED,
    PROSPECT_DEFERRED
  }

  private void count(Sort sort) {
    counts.merge(sort, 1, Integer::sum);
  }

  @Test
  void shouldNeverIntroduceWithoutTwoLiveConsentsAndReplayItsJournal() {
    Set<IntroductionState> reached = EnumSet.noneOf(IntroductionState.class);
    long seed = Long.getLong("vouch.seed", 20261122L);
    for (int number = 0; number < LIVES; number++) {
      Life life = new Life(new Random(seed + number), "seed %d, life %d".formatted(seed, number));
      for (int step = 0; step < STEPS; step++) {
        life.step();
        reached.add(life.introduction.state());
      }
      assertThat(IntroductionContract.replay(life.journal))
          .as(life.name)
          .isEqualTo(life.introduction.state().name());
    }

    assertThat(reached).containsExactlyInAnyOrder(IntroductionState.values());
    assertThat(counts).containsOnlyKeys(Sort.values());
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isGreaterThan(100));
  }

  /** One introduction from its request on. */
  private final class Life {
    private final Random random;
    private final String name;
    private final YesBook book = new YesBook();
    private final List<Line> journal = new ArrayList<>();
    private final Introduction introduction = fresh();

    private Instant now = START;
    private Consents consents = ConsentRepository.none();
    private boolean introduced;

    private Life(Random random, String name) {
      this.random = random;
      this.name = name;
      journal.add(new Line(null, "REQUEST", introduction.state().name()));
    }

    private void step() {
      now = now.plus(Duration.ofHours(random.nextInt(random.nextInt(5) == 0 ? 24 * 40 : 24)));
      IntroductionMove move = move(pick());
      boolean made = attempt(move);
      if (made && random.nextInt(4) == 0) {
        count(Sort.CLICKED_TWICE);
        assertThat(attempt(move)).as("%s: %s a second time", this, move.action()).isFalse();
      }
      Party party = Party.values()[random.nextInt(Party.values().length)];
      if (introduced && random.nextInt(8) == 0 && consents.standing(party).isPresent()) {
        count(Sort.TOOK_BACK_AFTER_THE_INTRODUCTION);
        takeBack(party);
      }
    }

    /** Half of the steps lead on, so that lives get far; the others are allowed ones, or any. */
    private IntroductionAction pick() {
      Set<IntroductionAction> allowed = IntroductionLifecycle.TABLE.allowed(introduction.state());
      Set<IntroductionAction> onward = EnumSet.copyOf(ONWARD);
      onward.retainAll(allowed);
      int kind = random.nextInt(8);
      List<IntroductionAction> pool =
          kind == 0
              ? List.of(IntroductionAction.values())
              : List.copyOf(kind < 5 && !onward.isEmpty() ? onward : allowed);
      return pool.isEmpty() ? IntroductionAction.INTRODUCE : pool.get(random.nextInt(pool.size()));
    }

    private IntroductionMove move(IntroductionAction action) {
      Party party = Party.values()[random.nextInt(Party.values().length)];
      return switch (action) {
        case WITHDRAW -> IntroductionMove.withdraw(party);
        case DEFER ->
            IntroductionMove.defer(
                now.plus(Duration.ofDays(random.nextInt(200))), now.plus(LATEST_DEFERRAL));
        case CLOSE -> IntroductionMove.close(IntroductionOutcome.WORKED);
        default -> IntroductionMove.of(action);
      };
    }

    private boolean attempt(IntroductionMove move) {
      IntroductionState from = introduction.state();
      IntroductionState to;
      try {
        to = IntroductionRules.decide(introduction, move, consents, now);
      } catch (Refusal refused) {
        if (from == IntroductionState.MUTUAL && move.action() == IntroductionAction.INTRODUCE) {
          count(Sort.NOT_INTRODUCED_FOR_WANT_OF_A_YES);
          assertThat(book.mustIntroduce(now))
              .as("%s: not introduced with two live consents", this)
              .isFalse();
        }
        return false;
      }
      if (to == IntroductionState.INTRODUCED) {
        count(Sort.INTRODUCED);
        introduced = true;
        assertThat(book.couldIntroduce(now))
            .as("%s: introduced without two live consents", this)
            .isTrue();
      }
      introduction.changeTo(to, move, now);
      journal.add(new Line(from.name(), move.action().name(), to.name()));
      follow(move, from);
      return true;
    }

    private void follow(IntroductionMove move, IntroductionState from) {
      switch (move.action()) {
        case CONNECTOR_ACCEPT -> say(Party.CONNECTOR);
        case PROSPECT_ACCEPT -> say(Party.PROSPECT);
        case WITHDRAW -> takeBack(move.party() == null ? Party.CONNECTOR : move.party());
        case DEFER ->
            count(
                from == IntroductionState.REQUESTED
                    ? Sort.CONNECTOR_DEFERRED
                    : Sort.PROSPECT_DEFERRED);
        default -> {}
      }
    }

    private void say(Party party) {
      consents =
          consents.with(
              new Consent(
                  UUID.randomUUID(),
                  introduction.id(),
                  introduction.personId(party),
                  party,
                  ConsentDecision.GIVEN,
                  ConsentProof.attested(ConsentChannel.PHONE, "said yes"),
                  Actor.system("test"),
                  now,
                  now.plus(IntroductionClocks.CONSENT_LIFE)));
      book.said(party, now, now);
    }

    private void takeBack(Party party) {
      count(party == Party.CONNECTOR ? Sort.CONNECTOR_TOOK_BACK : Sort.PROSPECT_TOOK_BACK);
      Consent given = consents.standing(party).orElseThrow();
      consents =
          consents.without(new ConsentWithdrawal(given, ConsentProof.attested(null, null), now));
      book.tookBack(party);
    }

    @Override
    public String toString() {
      return "%s, at %s after %s".formatted(name, now, journal);
    }
  }

  private static Introduction fresh() {
    UUID any = new UUID(0, 1);
    return new Introduction(
        any,
        new IntroductionRequest(
            any, any, any, any, "Sam", null, "Subject", "Context", Sending.CONNECTOR_SENDS),
        START);
  }
}
