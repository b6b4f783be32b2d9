package app.vouch.platform.event;

import java.util.UUID;

/**
 * An event of the log.
 *
 * @param body the exact bytes that were stored with it
 */
public record LoggedEvent(UUID id, byte[] body) {}
