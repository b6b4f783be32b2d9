package app.vouch.incentive;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a payout goes.
 *
 * @param adapter its name
 * @param batchId null for one that was made alone
 */
record PayoutRoute(String adapter, @Nullable UUID batchId) {}
