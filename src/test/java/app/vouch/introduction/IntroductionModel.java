package app.vouch.introduction;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an introduction, written down a second time and without the service's table, for
 * tests that compare.
 */
final class IntroductionModel {

  /** From, action, to. */
  private static final List<List<String>> STEPS =
      """
      REQUESTED          CONNECTOR_ACCEPT  CONNECTOR_ACCEPTED
      REQUESTED          CONNECTOR_DECLINE CONNECTOR_DECLINED
      REQUESTED          DEFER             DEFERRED
      REQUESTED          EXPIRE            EXPIRED
      REQUESTED          CANCEL            CANCELLED
      CONNECTOR_ACCEPTED ASK_PROSPECT      PROSPECT_ASKED
      CONNECTOR_ACCEPTED EXPIRE            EXPIRED
      CONNECTOR_ACCEPTED WITHDRAW          WITHDRAWN
      CONNECTOR_ACCEPTED CANCEL            CANCELLED
      PROSPECT_ASKED     PROSPECT_ACCEPT   MUTUAL
      PROSPECT_ASKED     PROSPECT_DECLINE  PROSPECT_DECLINED
      PROSPECT_ASKED     DEFER             DEFERRED
      PROSPECT_ASKED     EXPIRE            EXPIRED
      PROSPECT_ASKED     WITHDRAW          WITHDRAWN
      PROSPECT_ASKED     CANCEL            CANCELLED
      DEFERRED           RESUME_CONNECTOR  REQUESTED
      DEFERRED           RESUME_PROSPECT   PROSPECT_ASKED
      DEFERRED           WITHDRAW          WITHDRAWN
      DEFERRED           CANCEL            CANCELLED
      MUTUAL             INTRODUCE         INTRODUCED
      MUTUAL             EXPIRE            EXPIRED
      MUTUAL             WITHDRAW          WITHDRAWN
      MUTUAL             CANCEL            CANCELLED
      INTRODUCED         RECORD_REPLY      REPLIED
      INTRODUCED         RECORD_MEETING    MET
      INTRODUCED         CLOSE             CLOSED
      REPLIED            RECORD_MEETING    MET
      REPLIED            CLOSE             CLOSED
      MET                CLOSE             CLOSED"""
          .lines()
          .map(line -> List.of(line.split(" +", -1)))
          .toList();

  /**
   * A line of the journal.
   *
   * @param from null for the first
   */
  record Step(@Nullable String from, String action, String to) {}

  /** Where an action leads; empty where it is not possible. */
  static Optional<String> after(String state, String action) {
    return STEPS.stream()
        .filter(step -> step.get(0).equals(state) && step.get(1).equals(action))
        .map(List::getLast)
        .findFirst();
  }

  /**
   * The state to which a journal leads.
   *
   * @throws AssertionError when a step does not begin where the one before ended, or is none
   */
  static String replay(List<Step> journal) {
    String state = null;
    for (Step step : journal) {
      String next =
          state == null
              ? "REQUEST".equals(step.action()) ? "REQUESTED" : "nothing"
              : after(state, step.action()).orElse("nothing");
      if (!Objects.equals(state, step.from()) || !next.equals(step.to())) {
        throw new AssertionError(
            "%s is no step from %s; the journal is %s".formatted(step, state, journal));
      }
      state = next;
    }
    return Objects.requireNonNull(state, "the journal is empty");
  }

  private IntroductionModel() {}
}
