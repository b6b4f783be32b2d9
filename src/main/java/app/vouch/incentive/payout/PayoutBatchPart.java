package app.vouch.incentive.payout;

import app.vouch.incentive.PayoutState;
import app.vouch.shared.MoneyView;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The payouts of a batch that are in one state.
 *
 * @param amount what their payees are sent
 */
@Schema(name = "PayoutBatchPart")
@Name("PayoutBatchPart")
public record PayoutBatchPart(@NonNull PayoutState state, int payouts, @NonNull MoneyView amount) {}
