package app.vouch.platform.due;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of a source.
 *
 * @param referral the referral that it is about
 */
public record Due(UUID resource, UUID referral, Instant dueAt) {}
