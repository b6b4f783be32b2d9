package app.vouch.introduction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code contracts.md} section 2 says, written out again by hand. */
final class IntroductionContract {

  /** Every state, every action that it allows, and where that leads; all else is refused. */
  private static final String STEPS =
      """
      REQUESTED CONNECTOR_ACCEPT CONNECTOR_ACCEPTED
      REQUESTED CONNECTOR_DECLINE CONNECTOR_DECLINED
      REQUESTED DEFER DEFERRED
      REQUESTED EXPIRE EXPIRED
      REQUESTED CANCEL CANCELLED
      CONNECTOR_ACCEPTED ASK_PROSPECT PROSPECT_ASKED
      CONNECTOR_ACCEPTED EXPIRE EXPIRED
      CONNECTOR_ACCEPTED WITHDRAW WITHDRAWN
      CONNECTOR_ACCEPTED CANCEL CANCELLED
      PROSPECT_ASKED PROSPECT_ACCEPT MUTUAL
      PROSPECT_ASKED PROSPECT_DECLINE PROSPECT_DECLINED
      PROSPECT_ASKED DEFER DEFERRED
      PROSPECT_ASKED EXPIRE EXPIRED
      PROSPECT_ASKED WITHDRAW WITHDRAWN
      PROSPECT_ASKED CANCEL CANCELLED
      DEFERRED RESUME_CONNECTOR REQUESTED
      DEFERRED RESUME_PROSPECT PROSPECT_ASKED
      DEFERRED WITHDRAW WITHDRAWN
      DEFERRED CANCEL CANCELLED
      MUTUAL INTRODUCE INTRODUCED
      MUTUAL EXPIRE EXPIRED
      MUTUAL WITHDRAW WITHDRAWN
      MUTUAL CANCEL CANCELLED
      INTRODUCED RECORD_REPLY REPLIED
      INTRODUCED RECORD_MEETING MET
      INTRODUCED CLOSE CLOSED
      REPLIED RECORD_MEETING MET
      REPLIED CLOSE CLOSED
      MET CLOSE CLOSED
      """;

  private static final Map<String, String> TARGETS = targets();

  /**
   * A line of a journal.
   *
   * @param from null where the introduction began
   */
  record Line(@Nullable String from, String action, String to) {}

  private static Map<String, String> targets() {
    Map<String, String> targets = new HashMap<>();
    STEPS
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(words -> targets.put(words[0] + " " + words[1], words[2]));
    return targets;
  }

  static int size() {
    return TARGETS.size();
  }

  /** Where the action leads from the state; null where it is refused. */
  static @Nullable String target(String state, String action) {
    return TARGETS.get(state + " " + action);
  }

  /**
   * Follows a journal from the request on by its actions alone, and answers the state at its end.
   *
   * @throws AssertionError when a line says something else than the contract
   */
  static String replay(List<Line> journal) {
    if (journal.isEmpty() || !journal.getFirst().equals(new Line(null, "REQUEST", "REQUESTED"))) {
      throw new AssertionError("a journal begins with the request, not so " + journal);
    }
    String state = "REQUESTED";
    for (Line line : journal.subList(1, journal.size())) {
      String next = target(state, line.action());
      if (next == null || !line.equals(new Line(state, line.action(), next))) {
        throw new AssertionError("%s does not follow %s in %s".formatted(line, state, journal));
      }
      state = next;
    }
    return state;
  }

  private IntroductionContract() {}
}
