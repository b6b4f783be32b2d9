package app.vouch.incentive;

import app.vouch.shared.Money;
import java.util.UUID;

/**
 * The payouts of a batch that are in one state.
 *
 * @param amount what the payees are sent
 * @param setOff what their debts take
 */
public record PayoutSum(
    UUID batchId, PayoutState state, long payouts, Money amount, Money setOff) {}
