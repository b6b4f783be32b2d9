package app.vouch.platform.event;

import java.util.UUID;

/**
 * An event of the log with its places in it.
 *
 * @param sequence among the resource's events
 * @param position in the tenant's feed
 * @param body the exact bytes that were stored with it
 */
public record RecordedEvent(
    UUID id, EventType type, UUID resourceId, long sequence, long position, byte[] body) {}
