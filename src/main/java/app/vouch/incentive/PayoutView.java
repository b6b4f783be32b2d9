package app.vouch.incentive;

import app.vouch.platform.work.Versioned;
import app.vouch.shared.MoneyView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A payout as callers see it.
 *
 * @param adapter what moves the money
 * @param batchId the batch that made it
 * @param reference what the payment is called where the money moves
 * @param amount what the payee is sent: total less setOff
 * @param total the sum of its rewards, and of the arrears
 * @param arrears what it pays for no reward: earned before, and set off against a debt that was
 *     none after all
 * @param setOff what the payee owed and this payout pays back; known once it is approved
 * @param rewardIds its rewards, by id
 * @param firstApprover who approved it first, where two must
 */
@Schema(name = "Payout")
@Name("Payout")
public record PayoutView(
    @Id @NonNull String id,
    @NonNull PayoutState state,
    @Id @NonNull String payeeId,
    @NonNull String adapter,
    @Id @Nullable String batchId,
    @Nullable String reference,
    @NonNull MoneyView amount,
    @NonNull MoneyView total,
    @NonNull MoneyView arrears,
    @NonNull MoneyView setOff,
    @Id @NonNull List<@NonNull String> rewardIds,
    @Nullable String firstApprover,
    @Nullable String reasonCode,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned {}
