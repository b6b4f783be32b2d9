package app.vouch.incentive.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the books give an entry when they take it.
 *
 * @param link the id of the first of the entries that were booked together; null for one alone
 */
record EntryStamp(UUID id, @Nullable UUID link, Instant effectiveAt, Instant recordedAt) {}
