package app.vouch.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that an endpoint shall get.
 *
 * @param body null when the event's own is in the log
 */
record NewDelivery(
    UUID id, UUID endpointId, UUID eventId, String eventType, byte @Nullable [] body) {}
