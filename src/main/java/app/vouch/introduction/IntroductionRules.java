package app.vouch.introduction;

import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of an introduction, each by name. Pure: they look, and allow or refuse. */
final class IntroductionRules {
  /** Whoever says "not now" is not asked again at once. */
  private static final Duration LEAST_DEFERRAL = Duration.ofDays(1);

  /** Then it is a no, which the party should say. */
  private static final int MOST_DEFERRALS = 5;

  /**
   * Where a step leads, if the table has it and the rules allow it.
   *
   * @param consents those given before the step
   * @throws Refusal.NotAllowed when the table has no such step
   * @throws Refusal.Rule {@code consent-missing} or {@code deferral-too-long}
   * @throws Refusal.Invalid when a field of the step is missing
   */
  static IntroductionState decide(
      Introduction introduction, IntroductionMove move, Consents consents, Instant now) {
    IntroductionState to =
        IntroductionLifecycle.TABLE.move(IdType.INTRODUCTION, introduction.state(), move.action());
    switch (move.action()) {
      case PROSPECT_ACCEPT -> consentIsLive(Party.CONNECTOR, consents, now);
      case INTRODUCE -> {
        consentIsLive(Party.CONNECTOR, consents, now);
        consentIsLive(Party.PROSPECT, consents, now);
      }
      case RESUME_CONNECTOR, RESUME_PROSPECT ->
          comesBackToWhoDeferred(introduction, move, consents, now);
      case DEFER -> deferralHasAnEnd(move, now);
      case WITHDRAW -> somethingWasGiven(move.party(), consents);
      case CLOSE -> outcomeIsNamed(move.outcome());
      case REQUEST,
          CONNECTOR_ACCEPT,
          CONNECTOR_DECLINE,
          ASK_PROSPECT,
          PROSPECT_DECLINE,
          RECORD_REPLY,
          RECORD_MEETING,
          EXPIRE,
          CANCEL -> {}
    }
    return to;
  }

  private static void consentIsLive(Party party, Consents consents, Instant now) {
    if (!consents.isLive(party, now)) {
      throw new Refusal.Rule(
          ProblemType.CONSENT_MISSING,
          "there is no live consent of the %s; it was never given, was taken back or has lapsed, so ask again with a new introduction"
              .formatted(word(party)),
          Map.of("party", party.name()));
    }
  }

  /** The connector is asked again when they deferred, or when their yes has lapsed meanwhile. */
  static IntroductionAction resumption(Introduction introduction, Consents consents, Instant now) {
    return introduction.deferredBy() == Party.PROSPECT && consents.isLive(Party.CONNECTOR, now)
        ? IntroductionAction.RESUME_PROSPECT
        : IntroductionAction.RESUME_CONNECTOR;
  }

  private static void comesBackToWhoDeferred(
      Introduction introduction, IntroductionMove move, Consents consents, Instant now) {
    IntroductionAction fitting = resumption(introduction, consents, now);
    if (move.action() != fitting) {
      throw new Refusal.Rule(
          ProblemType.CONSENT_MISSING,
          "the connector's yes has lapsed while it was deferred: they are asked once more when that time is over; wait for it, or CANCEL");
    }
  }

  private static void deferralHasAnEnd(IntroductionMove move, Instant now) {
    Instant until = move.until();
    if (until == null || until.isBefore(now.plus(LEAST_DEFERRAL))) {
      throw new Refusal.Invalid(
          "/until",
          until == null ? "required" : "out-of-bounds",
          "must be a time at least a day from now");
    }
    if (move.latest() != null && until.isAfter(move.latest())) {
      throw new Refusal.Rule(
          ProblemType.DEFERRAL_TOO_LONG,
          "it can be deferred until %s at the latest".formatted(move.latest()),
          Map.of("latest", move.latest().toString()));
    }
  }

  /**
   * Each deferral brings a new question, so a caller cannot report "not now" for ever.
   *
   * @throws Refusal.Rule {@code deferral-too-long}
   */
  static void deferralsHaveAnEnd(Introduction introduction) {
    if (introduction.deferrals() >= MOST_DEFERRALS) {
      throw new Refusal.Rule(
          ProblemType.DEFERRAL_TOO_LONG,
          "it was deferred %d times already; record what the party decided, or CANCEL"
              .formatted(introduction.deferrals()));
    }
  }

  private static void somethingWasGiven(@Nullable Party party, Consents consents) {
    if (party == null) {
      throw new Refusal.Invalid("/party", "required", "must say whose consent is taken back");
    }
    if (consents.standing(party).isEmpty()) {
      throw new Refusal.Rule(
          ProblemType.CONSENT_MISSING,
          "the %s has given no consent that could be taken back".formatted(word(party)),
          Map.of("party", party.name()));
    }
  }

  private static void outcomeIsNamed(@Nullable IntroductionOutcome outcome) {
    if (outcome == null) {
      throw new Refusal.Invalid("/outcome", "required", "must say what came of the introduction");
    }
  }

  /**
   * Three different people: nobody introduces themselves, to themselves, or asks for themselves.
   *
   * @param requester null when the requester is not somebody we know
   * @throws Refusal.Rule {@code self-referral}
   */
  static void threePeople(UUID connector, UUID prospect, @Nullable UUID requester) {
    if (connector.equals(prospect) || connector.equals(requester) || prospect.equals(requester)) {
      throw new Refusal.Rule(
          ProblemType.SELF_REFERRAL,
          "connector, prospect and requester must be three different people; name another requester, or refer somebody else");
    }
  }

  private static String word(Party party) {
    return switch (party) {
      case CONNECTOR -> "connector";
      case PROSPECT -> "prospect";
    };
  }

  private IntroductionRules() {}
}
