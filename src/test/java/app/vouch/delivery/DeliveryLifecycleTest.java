package app.vouch.delivery;

import static app.vouch.delivery.DeliveryState.DEAD;
import static app.vouch.delivery.DeliveryState.DELIVERED;
import static app.vouch.delivery.DeliveryState.HELD;
import static app.vouch.delivery.DeliveryState.SCHEDULED;
import static app.vouch.delivery.DeliveryState.SENDING;
import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.docs.GeneratedFile;
import app.vouch.shared.Lifecycle;
import app.vouch.shared.Lifecycle.Decision;
import app.vouch.shared.Lifecycle.Row;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeliveryLifecycleTest {
  private static final Lifecycle<DeliveryState, DeliveryAction> TABLE = DeliveryLifecycle.TABLE;

  /** The whole grid: what is not here is refused. */
  private static final Map<String, DeliveryState> MOVES =
      Map.of(
          "SCHEDULED CLAIM", SENDING,
          "SENDING SUCCEED", DELIVERED,
          "SENDING RETRY", SCHEDULED,
          "SENDING EXHAUST", DEAD,
          "SENDING HOLD", HELD,
          "SCHEDULED HOLD", HELD,
          "HELD RELEASE", SCHEDULED,
          "SENDING LEASE_LOST", SCHEDULED,
          "DELIVERED RESEND", SCHEDULED,
          "DEAD RESEND", SCHEDULED);

  @Test
  void shouldMoveAsTheContractSaysInEveryStateByEveryAction() {
    Map<String, DeliveryState> moves = new TreeMap<>();
    for (DeliveryState state : DeliveryState.values()) {
      for (DeliveryAction action : DeliveryAction.values()) {
        if (TABLE.decide(state, action) instanceof Decision.Moved<?, ?> moved) {
          moves.put(state + " " + action, (DeliveryState) moved.to());
        }
      }
    }

    assertThat(moves).containsExactlyInAnyOrderEntriesOf(MOVES);
  }

  @Test
  void shouldReachEveryStateAndLeaveEachAgain() {
    Set<DeliveryState> reached = EnumSet.of(TABLE.initial());
    TABLE.rows().forEach(row -> reached.add(row.to()));

    assertThat(TABLE.initial()).isEqualTo(SCHEDULED);
    assertThat(reached).containsExactlyInAnyOrder(DeliveryState.values());
    assertThat(DeliveryState.values()).noneMatch(TABLE::isTerminal);
  }

  @Test
  void shouldUseEveryActionInOneRow() {
    assertThat(TABLE.rows().stream().map(Row::action).collect(Collectors.toList()))
        .containsExactlyInAnyOrder(DeliveryAction.values());
    assertThat(EndpointLifecycle.TABLE.rows().stream().map(Row::action).toList())
        .containsExactlyInAnyOrder(EndpointAction.values());
  }

  @Test
  void shouldMoveEndpointsAsTheContractSays() {
    assertThat(allowed(EndpointState.ENABLED))
        .containsExactlyInAnyOrder(EndpointAction.PAUSE, EndpointAction.DISABLE);
    assertThat(allowed(EndpointState.PAUSED)).containsExactly(EndpointAction.RESUME);
    assertThat(allowed(EndpointState.DISABLED)).containsExactly(EndpointAction.ENABLE);
  }

  @Test
  @Tag("generated")
  void shouldEqualTheCommittedDiagrams() {
    diagram("delivery", "Delivery", DeliveryLifecycle.TABLE);
    diagram("webhook-endpoint", "Endpoint", EndpointLifecycle.TABLE);
  }

  private static void diagram(String file, String name, Lifecycle<?, ?> table) {
    GeneratedFile.check(
        Path.of("src/docs/states/" + file + ".md"),
        "# %s\n\nGenerated from `%sLifecycle` by its test.\n\n```mermaid\n%s```\n"
            .formatted(name, name, table.toMermaid()));
  }

  private static Collection<EndpointAction> allowed(EndpointState state) {
    return EndpointLifecycle.TABLE.allowed(state);
  }
}
