package app.vouch.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.platform.access.Actor;
import app.vouch.program.ProgramSettings.Sending;
import app.vouch.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand random lives of an introduction, in memory, with the rules that the service uses.
 * The test keeps its own, simpler book of who has said yes, and compares.
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

  /** When each party's yes lapses; the simplest book that can be kept. */
  private final Map<Party, Instant> yesUntil = new EnumMap<>(Party.class);

  private Instant now = START;
  private Introduction introduction = fresh();
  private Consents consents = ConsentRepository.none();

  private static Introduction fresh() {
    UUID any = new UUID(0, 1);
    return new Introduction(
        any,
        new IntroductionRequest(
            any, any, any, any, "Sam", null, "Subject", "Context", Sending.CONNECTOR_SENDS),
        START);
  }

  @Test
  void shouldNeverIntroduceWhenAConsentIsNotLive() {
    Set<IntroductionState> reached = EnumSet.noneOf(IntroductionState.class);
    int introduced = 0;
    int stopped = 0;
    long seed = Long.getLong("vouch.seed", 20261122L);
    Random random = new Random(seed);
    for (int life = 0; life < LIVES; life++) {
      now = START;
      introduction = fresh();
      consents = ConsentRepository.none();
      yesUntil.clear();
      for (int step = 0; step < STEPS; step++) {
        now = now.plus(Duration.ofHours(random.nextInt(random.nextInt(5) == 0 ? 24 * 40 : 24)));
        IntroductionAction action = pick(random);
        boolean bothLive = isLive(Party.CONNECTOR) && isLive(Party.PROSPECT);
        IntroductionState before = introduction.state();
        boolean made = attempt(action, random);
        reached.add(introduction.state());
        if (made && action == IntroductionAction.INTRODUCE) {
          introduced++;
          assertThat(bothLive)
              .as(
                  "seed %d, life %d, step %d: introduced without two live consents",
                  seed, life, step)
              .isTrue();
        } else if (before == IntroductionState.MUTUAL && action == IntroductionAction.INTRODUCE) {
          stopped++;
          assertThat(bothLive)
              .as(
                  "seed %d, life %d, step %d: not introduced with two live consents",
                  seed, life, step)
              .isFalse();
        }
      }
    }

    assertThat(reached).containsExactlyInAnyOrder(IntroductionState.values());
    assertThat(introduced).isGreaterThan(500);
    assertThat(stopped).isGreaterThan(50);
  }

  /** Half of the steps lead on, so that lives get far; the others are allowed ones, or any. */
  private IntroductionAction pick(Random random) {
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

  private boolean isLive(Party party) {
    Instant until = yesUntil.get(party);
    return until != null && now.isBefore(until);
  }

  private boolean attempt(IntroductionAction action, Random random) {
    Party party = Party.values()[random.nextInt(Party.values().length)];
    IntroductionMove move =
        switch (action) {
          case WITHDRAW -> IntroductionMove.withdraw(party);
          case DEFER ->
              IntroductionMove.defer(
                  now.plus(Duration.ofDays(random.nextInt(200))), now.plus(LATEST_DEFERRAL));
          case CLOSE -> IntroductionMove.close(IntroductionOutcome.WORKED);
          default -> IntroductionMove.of(action);
        };
    try {
      IntroductionState to = IntroductionRules.decide(introduction, move, consents, now);
      introduction.changeTo(to, move, now);
    } catch (Refusal refused) {
      return false;
    }
    if (action == IntroductionAction.CONNECTOR_ACCEPT) {
      say(Party.CONNECTOR);
    } else if (action == IntroductionAction.PROSPECT_ACCEPT) {
      say(Party.PROSPECT);
    } else if (action == IntroductionAction.WITHDRAW) {
      Consent given = consents.standing(party).orElseThrow();
      consents =
          consents.without(new ConsentWithdrawal(given, ConsentProof.attested(null, null), now));
      yesUntil.remove(party);
    }
    return true;
  }

  private void say(Party party) {
    Instant until = now.plus(IntroductionClocks.CONSENT_LIFE);
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
                until));
    yesUntil.put(party, until);
  }
}
