package app.vouch.incentive.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment at which the books are read: what was known at one time, of what counts at another.
 *
 * @param recorded entries recorded later are left out
 * @param effective entries that count later are left out too; null for none of them
 */
record AsOf(Instant recorded, @Nullable Instant effective) {}
