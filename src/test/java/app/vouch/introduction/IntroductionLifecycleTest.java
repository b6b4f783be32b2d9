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
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table against {@link IntroductionContract}. */
class IntroductionLifecycleTest {
  private static final Lifecycle<IntroductionState, IntroductionAction> TABLE =
      IntroductionLifecycle.TABLE;

  private static final Set<IntroductionState> FINAL =
      EnumSet.of(
          IntroductionState.CONNECTOR_DECLINED,
          IntroductionState.PROSPECT_DECLINED,
          IntroductionState.EXPIRED,
          IntroductionState.WITHDRAWN,
          IntroductionState.CANCELLED,
          IntroductionState.CLOSED);

  @Test
  void shouldDecideAsTheContractSaysForEveryStateAndAction() {
    for (IntroductionState state : IntroductionState.values()) {
      for (IntroductionAction action : IntroductionAction.values()) {
        String expected = IntroductionContract.target(state.name(), action.name());

        Decision<IntroductionState, IntroductionAction> decision = TABLE.decide(state, action);

        String decided =
            switch (decision) {
              case Decision.Moved<IntroductionState, IntroductionAction> moved -> moved.to().name();
              case Decision.Refused<IntroductionState, IntroductionAction> refused -> null;
            };
        assertThat(decided).as(state + " " + action).isEqualTo(expected);
      }
    }
    assertThat(IntroductionContract.size()).isEqualTo(29);
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
