package app.vouch.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.docs.GeneratedFile;
import app.vouch.shared.Lifecycle;
import app.vouch.shared.Lifecycle.Decision;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The full grids, against the tables of contracts.md 4 and 5 as they stand there. */
class LifecyclesTest {
  private static final String REWARD =
      """
      PENDING           --APPROVE--> APPROVED
      PENDING|HELD      --DENY-->    DENIED
      PENDING           --EXPIRE-->  EXPIRED
      PENDING           --REVERSE--> REVERSED
      APPROVED|AVAILABLE--HOLD-->    HELD
      HELD              --RELEASE--> APPROVED
      APPROVED          --MATURE-->  AVAILABLE
      AVAILABLE         --PAY-->     PAID
      AVAILABLE         --FULFIL-->  FULFILLED
      AVAILABLE         --EXPIRE-->  EXPIRED
      PAID              --RETURN-->  AVAILABLE
      APPROVED|AVAILABLE|HELD|PAID|FULFILLED --REVERSE--> REVERSED
      PENDING   --ADJUST--> PENDING
      APPROVED  --ADJUST--> APPROVED
      AVAILABLE --ADJUST--> AVAILABLE
      HELD      --ADJUST--> HELD
      PAID      --ADJUST--> PAID
      FULFILLED --ADJUST--> FULFILLED
      """;
  private static final String PAYOUT =
      """
      DRAFT          --APPROVE--> APPROVED
      DRAFT|APPROVED --CANCEL--> CANCELLED
      APPROVED       --SEND--> SENT
      APPROVED|SENT  --FAIL--> FAILED
      SENT           --SETTLE--> SETTLED
      SETTLED        --RETURN--> RETURNED
      """;

  private static final String ADJUSTMENT =
      """
      PROPOSED --APPROVE--> POSTED
      PROPOSED --REJECT--> REJECTED
      PROPOSED --CANCEL--> CANCELLED
      """;

  @Test
  void shouldMoveRewardsAsTheContractSays() {
    assertThat(grid(RewardLifecycle.TABLE)).isEqualTo(contract(REWARD));
    assertSound(
        RewardLifecycle.TABLE,
        EnumSet.of(RewardState.DENIED, RewardState.REVERSED, RewardState.EXPIRED),
        EnumSet.of(RewardAction.GRANT));
  }

  @Test
  void shouldMovePayoutsAsTheContractSays() {
    assertThat(grid(PayoutLifecycle.TABLE)).isEqualTo(contract(PAYOUT));
    assertSound(
        PayoutLifecycle.TABLE,
        EnumSet.of(PayoutState.CANCELLED, PayoutState.FAILED, PayoutState.RETURNED),
        EnumSet.of(PayoutAction.CREATE));
  }

  @Test
  void shouldMoveManualEntriesOnce() {
    assertThat(grid(AdjustmentLifecycle.TABLE)).isEqualTo(contract(ADJUSTMENT));
    assertSound(
        AdjustmentLifecycle.TABLE,
        EnumSet.of(AdjustmentState.POSTED, AdjustmentState.REJECTED, AdjustmentState.CANCELLED),
        EnumSet.of(AdjustmentAction.PROPOSE));
  }

  @Test
  void shouldNameTheTablesTargetsWhenCallersDecide() {
    for (RewardDecision decision : RewardDecision.values()) {
      assertThat(grid(RewardLifecycle.TABLE))
          .containsValue(decision.target().name())
          .anySatisfy(
              (from, to) ->
                  assertThat(from + " " + to)
                      .endsWith(" " + decision.action() + " " + decision.target()));
    }
    for (AdjustmentStep step : AdjustmentStep.values()) {
      assertThat(grid(AdjustmentLifecycle.TABLE))
          .containsEntry("PROPOSED " + step.action(), step.target().name());
    }
    for (PayoutStep step : PayoutStep.values()) {
      assertThat(grid(PayoutLifecycle.TABLE))
          .anySatisfy(
              (from, to) ->
                  assertThat(from + " " + to).endsWith(" " + step.action() + " " + step.target()));
    }
  }

  @Test
  @Tag("generated")
  void shouldShowTheTablesInTheDiagrams() {
    GeneratedFile.check(
        Path.of("src/docs/states/reward.md"), document("Reward", RewardLifecycle.TABLE));
    GeneratedFile.check(
        Path.of("src/docs/states/payout.md"), document("Payout", PayoutLifecycle.TABLE));
    GeneratedFile.check(
        Path.of("src/docs/states/ledger-adjustment.md"),
        document("Adjustment", AdjustmentLifecycle.TABLE));
  }

  private static String document(String name, Lifecycle<?, ?> table) {
    return "# %s\n\nGenerated from `%sLifecycle` by its test.\n\n```mermaid\n%s```\n"
        .formatted(name, name, table.toMermaid());
  }

  private static Map<String, String> contract(String table) {
    Map<String, String> moves = new TreeMap<>();
    for (String line : table.lines().toList()) {
      String[] parts = line.split("--", 3);
      String action = parts[1];
      String to = parts[2].replace(">", "").strip();
      for (String from : parts[0].strip().split("\\|", -1)) {
        moves.put(from.strip() + " " + action, to);
      }
    }
    return moves;
  }

  private static <S extends Enum<S>, A extends Enum<A>> Map<String, String> grid(
      Lifecycle<S, A> table) {
    Map<String, String> moves = new TreeMap<>();
    for (S state : table.states()) {
      for (A action : table.actions()) {
        switch (table.decide(state, action)) {
          case Decision.Moved<S, A> moved -> moves.put(state + " " + action, moved.to().name());
          case Decision.Refused<S, A> refused ->
              assertThat(refused.allowed()).isEqualTo(table.allowed(state)).doesNotContain(action);
        }
      }
    }
    return moves;
  }

  /** Every state is reached, terminals have no exits, every action but the first is used. */
  private static <S extends Enum<S>, A extends Enum<A>> void assertSound(
      Lifecycle<S, A> table, Set<S> terminal, Set<A> unused) {
    Set<S> reached = table.rows().stream().map(Lifecycle.Row::to).collect(Collectors.toSet());
    reached.add(table.initial());
    assertThat(reached).hasSameElementsAs(table.states());
    assertThat(table.states().stream().filter(table::isTerminal)).hasSameElementsAs(terminal);
    Set<A> used = table.rows().stream().map(Lifecycle.Row::action).collect(Collectors.toSet());
    used.addAll(unused);
    assertThat(used).hasSameElementsAs(table.actions());
  }
}
