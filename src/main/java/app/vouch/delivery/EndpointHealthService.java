package app.vouch.delivery;

import app.vouch.delivery.WebhookEndpointEvents.EndpointFailing;
import app.vouch.delivery.WebhookEndpointEvents.EndpointRecovered;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.event.Events;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How endpoints fare: shown to their tenant, and told when they fail for long. */
@ApplicationScoped
public class EndpointHealthService {
  private final WebhookEndpointRepository endpoints;
  private final DeliveryRepository deliveries;
  private final RemovedDeliveries removed;
  private final EndpointHealths healths;
  private final EndpointMoves moves;
  private final EndpointAlerts alerts;
  private final Events events;
  private final RequestContext request;
  private final Work work;

  EndpointHealthService(
      WebhookEndpointRepository endpoints,
      DeliveryRepository deliveries,
      RemovedDeliveries removed,
      EndpointHealths healths,
      EndpointMoves moves,
      EndpointAlerts alerts,
      Events events,
      RequestContext request,
      Work work) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.removed = removed;
    this.healths = healths;
    this.moves = moves;
    this.alerts = alerts;
    this.events = events;
    this.request = request;
    this.work = work;
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such endpoint
   */
  @Reads
  public EndpointHealthView get(String id) {
    WebhookEndpoint endpoint = endpoints.require(id);
    return view(endpoint, healths.read(request.tenantId(), endpoint.id()));
  }

  private EndpointHealthView view(WebhookEndpoint endpoint, EndpointHealth health) {
    Map<DeliveryState, Long> counts = deliveries.counts(endpoint.id());
    RemovedDeliveries.Counts earlier = removed.of(request.tenantId(), endpoint.id());
    Instant since = health.failingSince();
    return new EndpointHealthView(
        IdType.WEBHOOK_ENDPOINT.format(endpoint.id()),
        health.state(),
        health.failures(),
        since,
        health.lastSuccessAt(),
        health.lastFailureAt(),
        health.lastStatus(),
        health.lastError(),
        health.heldSince(),
        health.heldReason(),
        health.probeAt(),
        since == null || !health.isHeld() ? null : healths.policy().disablesAt(since),
        counts.getOrDefault(DeliveryState.SCHEDULED, 0L).intValue(),
        counts.getOrDefault(DeliveryState.HELD, 0L).intValue(),
        counts.getOrDefault(DeliveryState.DEAD, 0L).intValue(),
        earlier.delivered(),
        earlier.dead());
  }

  /**
   * Tells the tenant what is due: that the endpoint fails, is disabled for it, or has recovered.
   */
  public void tell(UUID id) {
    work.step("tellEndpointHealth", () -> tellNow(id));
  }

  private void tellNow(UUID id) {
    WebhookEndpoint endpoint = endpoints.findById(id, LockModeType.PESSIMISTIC_WRITE);
    EndpointHealth health = healths.lock(List.of(id)).get(id);
    if (endpoint == null || health == null) {
      return;
    }
    Instant since = health.failingSince();
    if (endpoint.state() != EndpointState.ENABLED) {
      healths.save(request.tenantId(), id, health.told(health.told(), null));
    } else if (!health.isHeld() || since == null) {
      events.publish(new EndpointRecovered(id, endpoint.view().forEvents()));
      alerts.tell(endpoint, EndpointAlert.RECOVERED);
      healths.save(request.tenantId(), id, health.told(0, null));
    } else if (healths.policy().isLast(health.told())) {
      moves.move(endpoint, EndpointAction.DISABLE, DisabledReason.of(health.heldReason()));
      healths.save(request.tenantId(), id, health.told(health.told(), null));
    } else {
      int told = health.told() + 1;
      events.publish(new EndpointFailing(id, endpoint.view().forEvents(), view(endpoint, health)));
      alerts.tell(endpoint, EndpointAlert.FAILING);
      healths.save(
          request.tenantId(), id, health.told(told, healths.policy().noticeAfter(told, since)));
    }
  }
}
