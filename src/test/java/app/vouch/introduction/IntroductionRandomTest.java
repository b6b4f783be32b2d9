package app.vouch.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.introduction.IntroductionModel.Step;
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
 * Ten thousand random lives of an introduction, in memory, with the rules that the service uses.
 * Each of thirty steps is tried by somebody, some are tried twice, and the clock moves in between.
 * The test keeps its own, simpler book of who has said yes and of what is possible, and compares.
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
  private final List<Step> journal = new ArrayList<>();

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
      begin();
      for (int step = 0; step < STEPS; step++) {
        String where = "seed %d, life %d, step %d".formatted(seed, life, step);
        now = now.plus(Duration.ofHours(random.nextInt(random.nextInt(5) == 0 ? 24 * 40 : 24)));
        IntroductionState before = introduction.state();
        Try attempt = pick(random);
        boolean expected = isPossible(attempt);
        boolean bothLive = isLive(Party.CONNECTOR) && isLive(Party.PROSPECT);

        boolean made = make(attempt);

        assertThat(made).as("%s: %s in %s", where, attempt, before).isEqualTo(expected);
        if (attempt.action() == IntroductionAction.INTRODUCE && made) {
          introduced++;
          assertThat(bothLive).as("%s: introduced without two live consents", where).isTrue();
        } else if (attempt.action() == IntroductionAction.INTRODUCE
            && before == IntroductionState.MUTUAL) {
          stopped++;
        }
        if (random.nextInt(4) == 0) {
          IntroductionState once = introduction.state();
          boolean twice = make(attempt);
          assertThat(twice && made).as("%s: %s was made twice", where, attempt).isFalse();
          assertThat(introduction.state()).as(where).isEqualTo(once);
        }
        reached.add(introduction.state());
      }
      assertThat(IntroductionModel.replay(journal))
          .as("seed %d, life %d: %s", seed, life, journal)
          .isEqualTo(introduction.state().name());
      assertThat(introduction.stepNo()).isEqualTo(journal.size());
    }

    assertThat(reached).containsExactlyInAnyOrder(IntroductionState.values());
    assertThat(introduced).isGreaterThan(500);
    assertThat(stopped).isGreaterThan(50);
  }

  private void begin() {
    now = START;
    introduction = fresh();
    consents = ConsentRepository.none();
    yesUntil.clear();
    journal.clear();
    journal.add(new Step(null, IntroductionAction.REQUEST.name(), introduction.state().name()));
  }

  /** What somebody tries; {@code party} and {@code until} where the action needs them. */
  private record Try(IntroductionAction action, Party party, Instant until) {}

  /** Half of the steps lead on, so that lives get far; the others are allowed ones, or any. */
  private Try pick(Random random) {
    Set<IntroductionAction> allowed = IntroductionLifecycle.TABLE.allowed(introduction.state());
    Set<IntroductionAction> onward = EnumSet.copyOf(ONWARD);
    onward.retainAll(allowed);
    int kind = random.nextInt(8);
    List<IntroductionAction> pool =
        kind == 0
            ? List.of(IntroductionAction.values())
            : List.copyOf(kind < 5 && !onward.isEmpty() ? onward : allowed);
    return new Try(
        pool.isEmpty() ? IntroductionAction.INTRODUCE : pool.get(random.nextInt(pool.size())),
        Party.values()[random.nextInt(Party.values().length)],
        now.plus(Duration.ofDays(random.nextInt(200))));
  }

  private boolean isLive(Party party) {
    Instant until = yesUntil.get(party);
    return until != null && now.isBefore(until);
  }

  /** What the test's own book says of an attempt. */
  private boolean isPossible(Try attempt) {
    if (IntroductionModel.after(introduction.state().name(), attempt.action().name()).isEmpty()) {
      return attempt.action() == IntroductionAction.WITHDRAW && isMade() && isGiven(attempt);
    }
    boolean backToProspect = introduction.deferredBy() == Party.PROSPECT && isLive(Party.CONNECTOR);
    return switch (attempt.action()) {
      case PROSPECT_ACCEPT -> isLive(Party.CONNECTOR);
      case INTRODUCE -> isLive(Party.CONNECTOR) && isLive(Party.PROSPECT);
      case WITHDRAW -> isGiven(attempt);
      case DEFER ->
          attempt.until().isAfter(now) && !attempt.until().isAfter(now.plus(LATEST_DEFERRAL));
      case RESUME_PROSPECT -> backToProspect;
      case RESUME_CONNECTOR -> !backToProspect;
      case REQUEST,
          CONNECTOR_ACCEPT,
          CONNECTOR_DECLINE,
          ASK_PROSPECT,
          PROSPECT_DECLINE,
          RECORD_REPLY,
          RECORD_MEETING,
          CLOSE,
          EXPIRE,
          CANCEL ->
          true;
    };
  }

  private boolean isGiven(Try attempt) {
    return yesUntil.containsKey(attempt.party());
  }

  private boolean isMade() {
    return switch (introduction.state()) {
      case INTRODUCED, REPLIED, MET, CLOSED -> true;
      case REQUESTED,
          CONNECTOR_ACCEPTED,
          CONNECTOR_DECLINED,
          PROSPECT_ASKED,
          PROSPECT_DECLINED,
          DEFERRED,
          MUTUAL,
          EXPIRED,
          WITHDRAWN,
          CANCELLED ->
          false;
    };
  }

  /** Whether anything changed. After the introduction a withdrawal changes only the consent. */
  private boolean make(Try attempt) {
    if (attempt.action() == IntroductionAction.WITHDRAW && isMade()) {
      return takeBack(attempt.party());
    }
    IntroductionMove move =
        switch (attempt.action()) {
          case WITHDRAW -> IntroductionMove.withdraw(attempt.party());
          case DEFER -> IntroductionMove.defer(attempt.until(), now.plus(LATEST_DEFERRAL));
          case CLOSE -> IntroductionMove.close(IntroductionOutcome.WORKED);
          default -> IntroductionMove.of(attempt.action());
        };
    IntroductionState from = introduction.state();
    try {
      IntroductionState to = IntroductionRules.decide(introduction, move, consents, now);
      introduction.changeTo(to, move, now);
    } catch (Refusal refused) {
      return false;
    }
    journal.add(new Step(from.name(), attempt.action().name(), introduction.state().name()));
    switch (attempt.action()) {
      case CONNECTOR_ACCEPT -> say(Party.CONNECTOR);
      case PROSPECT_ACCEPT -> say(Party.PROSPECT);
      case WITHDRAW -> takeBack(attempt.party());
      default -> {}
    }
    return true;
  }

  private boolean takeBack(Party party) {
    Consent given = consents.standing(party).orElse(null);
    if (given == null) {
      return false;
    }
    consents =
        consents.without(new ConsentWithdrawal(given, ConsentProof.attested(null, null), now));
    yesUntil.remove(party);
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
