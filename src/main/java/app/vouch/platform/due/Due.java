package app.vouch.platform.due;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a source.
 *
 * @param referral the referral that it is about; null where there is none yet
 */
public record Due(UUID resource, @Nullable UUID referral, Instant dueAt) {}
