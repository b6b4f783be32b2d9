package app.vouch.platform.event;

import java.util.UUID;

/**
 * An event that was just appended, for those who deliver it.
 *
 * @param body the exact bytes of the body
 */
public record AppendedEvent(UUID id, Fact fact, long sequence, byte[] body) {}
