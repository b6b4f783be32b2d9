package app.vouch.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that an endpoint shall get.
 *
 * @param resourceId what the event is about; null for a sample, which has no place in an order
 * @param sequence the event's place among the resource's
 * @param body null when the event's own is in the log
 */
record NewDelivery(
    UUID id,
    UUID endpointId,
    UUID eventId,
    String eventType,
    @Nullable UUID resourceId,
    @Nullable Long sequence,
    byte @Nullable [] body) {}
