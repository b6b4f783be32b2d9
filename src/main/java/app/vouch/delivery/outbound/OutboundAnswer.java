package app.vouch.delivery.outbound;

import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param retryAfter the header, as it was sent
 * @param body the first 64 kB at most
 */
public record OutboundAnswer(int status, @Nullable String retryAfter, byte[] body) {}
