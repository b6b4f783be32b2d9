package app.vouch.platform.stream;

import java.util.UUID;

/**
 * An event as the stream carries it.
 *
 * @param resourceId TypeID, the record's key
 * @param body the stored bytes, the record's value
 */
record StreamedEvent(
    long position, UUID id, UUID tenantId, String type, String resourceId, byte[] body) {}
