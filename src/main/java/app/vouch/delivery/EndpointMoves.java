package app.vouch.delivery;

import app.vouch.delivery.WebhookEndpointEvents.EndpointDisabled;
import app.vouch.delivery.WebhookEndpointEvents.EndpointRecovered;
import app.vouch.platform.event.Events;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.Step;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Moves endpoints: what is recorded, told and let go with each move. */
@ApplicationScoped
class EndpointMoves {
  private final WebhookEndpointRepository endpoints;
  private final EndpointHealths healths;
  private final DeliveryQueue queue;
  private final Journal journal;
  private final EndpointAlerts alerts;
  private final Events events;
  private final Clock clock;

  EndpointMoves(
      WebhookEndpointRepository endpoints,
      EndpointHealths healths,
      DeliveryQueue queue,
      Journal journal,
      EndpointAlerts alerts,
      Events events,
      Clock clock) {
    this.endpoints = endpoints;
    this.healths = healths;
    this.queue = queue;
    this.journal = journal;
    this.alerts = alerts;
    this.events = events;
    this.clock = clock;
  }

  void move(WebhookEndpoint endpoint, EndpointAction action, DisabledReason reason) {
    EndpointState from = endpoint.state();
    EndpointState to = EndpointLifecycle.TABLE.move(IdType.WEBHOOK_ENDPOINT, from, action);
    endpoint.changeTo(to, reason, clock.instant());
    endpoints.flush();
    UUID id = endpoint.id();
    WebhookEndpointView view = endpoint.view().forEvents();
    String why = view.disabledReason() == null ? null : view.disabledReason().name();
    journal.record(
        new Step(IdType.WEBHOOK_ENDPOINT, id, from, action, to, endpoint.version(), why, null));
    switch (action) {
      case PAUSE -> {}
      case RESUME -> beginAnew(id);
      case DISABLE -> {
        events.publish(new EndpointDisabled(id, view));
        if (reason != DisabledReason.REQUESTED) {
          alerts.tell(endpoint, EndpointAlert.DISABLED);
        }
      }
      case ENABLE -> {
        beginAnew(id);
        events.publish(new EndpointRecovered(id, view));
      }
    }
  }

  /** Nothing that failed before counts any more, and what was held goes. */
  void beginAnew(UUID endpoint) {
    healths.forget(endpoint);
    queue.release(endpoint);
  }
}
