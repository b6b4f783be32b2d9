package app.vouch.delivery;

import app.vouch.platform.event.AppendedEvent;
import app.vouch.platform.event.AppendedEvents;
import app.vouch.shared.Uuid7;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Queues an event for every endpoint that wants it, in the transaction that made the event. What an
 * endpoint that is off would get is queued as well; the engine holds it.
 */
@ApplicationScoped
class EventDeliveries {
  private final WebhookEndpointRepository endpoints;
  private final DeliveryQueue queue;
  private final Uuid7 ids;

  EventDeliveries(WebhookEndpointRepository endpoints, DeliveryQueue queue, Uuid7 ids) {
    this.endpoints = endpoints;
    this.queue = queue;
    this.ids = ids;
  }

  void queue(@Observes AppendedEvents appended) {
    List<NewDelivery> deliveries = new ArrayList<>();
    Map<UUID, JsonNode> bodies = new HashMap<>();
    for (WebhookEndpoint endpoint : endpoints.listAll()) {
      Wanted wanted = endpoint.wanted();
      for (AppendedEvent event : appended.events()) {
        if (wanted.includes(event.fact().type(), () -> read(bodies, event))) {
          deliveries.add(
              new NewDelivery(
                  ids.next(),
                  endpoint.id(),
                  event.id(),
                  event.fact().type().text(),
                  event.fact().resourceId(),
                  event.sequence(),
                  null));
        }
      }
    }
    queue.add(deliveries);
  }

  private static JsonNode read(Map<UUID, JsonNode> bodies, AppendedEvent event) {
    return bodies.computeIfAbsent(event.id(), id -> Wanted.read(event.body()));
  }
}
