package app.vouch.delivery;

import app.vouch.platform.event.EventTypeFilter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job of the kind {@code delivery-replay} does.
 *
 * @param endpointId TypeID
 * @param eventTypes patterns; null for all that the endpoint wants
 */
record DeliveryReplay(
    String endpointId,
    ReplayScope scope,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable List<String> eventTypes) {

  EventTypeFilter types() {
    return eventTypes == null ? EventTypeFilter.EVERYTHING : new EventTypeFilter(eventTypes);
  }
}
