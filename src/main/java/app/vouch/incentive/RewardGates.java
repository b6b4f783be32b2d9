package app.vouch.incentive;

import app.vouch.platform.timer.Timers;
import app.vouch.program.ProgramService;
import app.vouch.program.ProgramSettings;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Asks the gates about a reward, keeps what they answer, and sees to it that they are asked again
 * when what stops it may be gone.
 */
@ApplicationScoped
class RewardGates {
  private final GateQuestions questions;
  private final RewardRepository rewards;
  private final RewardPostings postings;
  private final ProgramService programs;
  private final Timers timers;
  private final RewardArchive archive;
  private final Uuid7 ids;
  private final Clock clock;

  RewardGates(
      GateQuestions questions,
      RewardRepository rewards,
      RewardPostings postings,
      ProgramService programs,
      Timers timers,
      RewardArchive archive,
      Uuid7 ids,
      Clock clock) {
    this.questions = questions;
    this.rewards = rewards;
    this.postings = postings;
    this.programs = programs;
    this.timers = timers;
    this.archive = archive;
    this.ids = ids;
    this.clock = clock;
  }

  /** Holds the payee's account, so that no two rewards take the same room. */
  GateVerdict check(Reward reward, GateMoment moment) {
    ProgramSettings settings = programs.version(reward.programVersionId()).settings();
    if (settings.gates().payeeLimit() != null || settings.gates().taxForm() != null) {
      postings.holdPayable(reward.payeeId(), settings.currency());
    }
    List<RewardGateView> answers = questions.ask(reward, settings, moment);
    GateVerdict verdict = GateVerdict.of(answers);
    boolean isNews = moment != GateMoment.RECHECK || !verdict.reasons().equals(waitsFor(reward));
    if (isNews) {
      answers.forEach(answer -> archive.keep(reward, answer));
    }
    answers.stream()
        .filter(answer -> answer.reason() != null && answer.reason().blocksApproval())
        .forEach(answer -> askAgain(reward.payeeId(), answer));
    return verdict;
  }

  private static Set<RewardReason> waitsFor(Reward reward) {
    return reward.reasons().stream().filter(RewardReason::isOfGate).collect(Collectors.toSet());
  }

  /** When it will pass as things are; and each day, whatever may have happened by then. */
  private void askAgain(UUID payee, RewardGateView answer) {
    Instant passesFrom = answer.passesFrom();
    if (passesFrom != null) {
      wakeAt(payee, passesFrom);
    }
    Instant tomorrow = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    wakeAt(payee, tomorrow);
  }

  /** Asks again about what waits for the payee, at that time. */
  void wakeAt(UUID payee, Instant at) {
    timers.schedule(
        GateRecheck.NAME,
        IdType.PERSON,
        payee,
        "gates-" + ChronoUnit.MICROS.between(Instant.EPOCH, at),
        at);
  }

  /** Asks again about what waits for the payee, once this transaction has ended. */
  void wake(UUID payee) {
    timers.schedule(
        GateRecheck.NAME,
        IdType.PERSON,
        payee,
        "gates-" + Long.toHexString(ids.next().getLeastSignificantBits()),
        clock.instant());
  }

  /** As {@link #wake}, where something waits. */
  void wakeWaiting(UUID payee) {
    if (!rewards.idsHeldByGates(payee).isEmpty()) {
      wake(payee);
    }
  }
}
