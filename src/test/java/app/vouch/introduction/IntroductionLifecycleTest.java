package app.vouch.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.docs.GeneratedFile;
import app.vouch.shared.IdType;
import app.vouch.shared.Lifecycle;
import app.vouch.shared.Lifecycle.Decision;
import app.vouch.shared.Refusal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table against what {@code contracts.md} section 2 says, written out again by hand. */
class IntroductionLifecycleTest {
  private static final Lifecycle<IntroductionState, IntroductionAction> TABLE =
      IntroductionLifecycle.TABLE;

  /** Every state, every action that it allows, and where that leads; all else is refused. */
  private static final String CONTRACT =
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

  private static final Set<IntroductionState> FINAL =
      EnumSet.of(
          IntroductionState.CONNECTOR_DECLINED,
          IntroductionState.PROSPECT_DECLINED,
          IntroductionState.EXPIRED,
          IntroductionState.WITHDRAWN,
          IntroductionState.CANCELLED,
          IntroductionState.CLOSED);

  private static Map<String, String> contract() {
    Map<String, String> targets = new HashMap<>();
    CONTRACT
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(words -> targets.put(words[0] + " " + words[1], words[2]));
    return targets;
  }

  @Test
  void shouldDecideAsTheContractSaysForEveryStateAndAction() {
    Map<String, String> contract = contract();
    for (IntroductionState state : IntroductionState.values()) {
      for (IntroductionAction action : IntroductionAction.values()) {
        String expected = contract.get(state + " " + action);

        Decision<IntroductionState, IntroductionAction> decision = TABLE.decide(state, action);

        String decided =
            switch (decision) {
              case Decision.Moved<IntroductionState, IntroductionAction> moved -> moved.to().name();
              case Decision.Refused<IntroductionState, IntroductionAction> refused -> null;
            };
        assertThat(decided).as(state + " " + action).isEqualTo(expected);
      }
    }
    assertThat(contract).hasSize(29);
  }

  @Test
  void shouldReachEveryStateWhenItStartsAtRequested() {
    Set<IntroductionState> seen = EnumSet.of(TABLE.initial());
    Deque<IntroductionState> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      IntroductionState state = open.pop();
      for (IntroductionAction action : TABLE.allowed(state)) {
        IntroductionState next = TABLE.move(IdType.INTRODUCTION, state, action);
        if (seen.add(next)) {
          open.push(next);
        }
      }
    }

    assertThat(TABLE.initial()).isEqualTo(IntroductionState.REQUESTED);
    assertThat(seen).containsExactlyInAnyOrder(IntroductionState.values());
  }

  @Test
  void shouldUseEveryActionWhenTheFirstStepIsLeftOut() {
    Set<IntroductionAction> used = EnumSet.noneOf(IntroductionAction.class);
    TABLE.rows().forEach(row -> used.add(row.action()));

    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(EnumSet.of(IntroductionAction.REQUEST)));
  }

  @Test
  void shouldAllowNothingWhenTheStateIsFinal() {
    for (IntroductionState state : IntroductionState.values()) {
      assertThat(TABLE.isTerminal(state)).as(state.name()).isEqualTo(FINAL.contains(state));
      assertThat(TABLE.allowed(state).isEmpty()).as(state.name()).isEqualTo(FINAL.contains(state));
    }
  }

  @Test
  void shouldNameWhatIsAllowedWhenItRefuses() {
    assertThatThrownBy(
            () ->
                TABLE.move(
                    IdType.INTRODUCTION, IntroductionState.INTRODUCED, IntroductionAction.CANCEL))
        .isInstanceOfSatisfying(
            Refusal.NotAllowed.class,
            refusal ->
                assertThat(refusal.facts().get("allowed"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .containsExactlyInAnyOrder("RECORD_REPLY", "RECORD_MEETING", "CLOSE"));
  }

  @Test
  void shouldOfferCallersEverythingButWhatTheClockDoes() {
    Set<IntroductionAction> offered = EnumSet.noneOf(IntroductionAction.class);
    Arrays.stream(CallerAction.values()).forEach(action -> offered.add(action.action()));

    assertThat(offered)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(
                EnumSet.of(
                    IntroductionAction.REQUEST,
                    IntroductionAction.EXPIRE,
                    IntroductionAction.RESUME_CONNECTOR,
                    IntroductionAction.RESUME_PROSPECT)));
  }

  @Test
  @Tag("generated")
  void shouldEqualTheCommittedDiagram() {
    GeneratedFile.check(
        Path.of("src/docs/states/introduction.md"),
        "# Introduction\n\nGenerated from `IntroductionLifecycle` by its test.\n\n```mermaid\n"
            + TABLE.toMermaid()
            + "```\n");
  }
}
