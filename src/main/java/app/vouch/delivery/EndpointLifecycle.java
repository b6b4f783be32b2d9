package app.vouch.delivery;

import static app.vouch.shared.Lifecycle.on;

import app.vouch.shared.Lifecycle;
import java.util.List;

/** The moves of an endpoint. */
final class EndpointLifecycle {
  static final Lifecycle<EndpointState, EndpointAction> TABLE =
      new Lifecycle<>(
          EndpointState.class,
          EndpointAction.class,
          List.of(
              on(EndpointAction.PAUSE, EndpointState.PAUSED, EndpointState.ENABLED),
              on(EndpointAction.RESUME, EndpointState.ENABLED, EndpointState.PAUSED),
              on(EndpointAction.DISABLE, EndpointState.DISABLED, EndpointState.ENABLED),
              on(EndpointAction.ENABLE, EndpointState.ENABLED, EndpointState.DISABLED)));

  private EndpointLifecycle() {}
}
