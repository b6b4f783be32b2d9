package app.vouch.incentive.payout;

import app.vouch.incentive.PayoutSum;
import app.vouch.platform.work.Identified;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.MoneyView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A batch of payouts as callers see it; all but what it was made for is counted when it is read.
 *
 * @param programId whose rewards it pays; null for every program's, and arrears
 * @param minimum what a payee must be sent at least to be in it
 * @param jobId the job that makes its payouts; its items say who was left out, and why
 * @param payouts how many it has
 * @param amount what all its payees are sent, whatever became of it
 * @param setOff what debts of its payees take
 * @param parts its payouts by state
 */
@Schema(name = "PayoutBatch")
@Name("PayoutBatch")
public record PayoutBatchView(
    @Id @NonNull String id,
    @NonNull PayoutBatchState state,
    @Id @Nullable String programId,
    @NonNull String currency,
    @NonNull String adapter,
    @NonNull MoneyView minimum,
    @Id @NonNull String jobId,
    int payouts,
    @NonNull MoneyView amount,
    @NonNull MoneyView setOff,
    @NonNull List<@NonNull PayoutBatchPart> parts,
    @NonNull Instant createdAt)
    implements Identified {

  static PayoutBatchView of(PayoutBatch batch, boolean preparing, List<PayoutSum> sums) {
    Money none = Money.zero(batch.minimum().currency());
    return new PayoutBatchView(
        batch.publicId(),
        PayoutBatchState.of(preparing, sums),
        IdType.PROGRAM.formatNullable(batch.programId()),
        none.currency().code(),
        batch.adapter(),
        batch.minimum().view(),
        IdType.JOB.format(batch.jobId()),
        Math.toIntExact(sums.stream().mapToLong(PayoutSum::payouts).sum()),
        sums.stream().map(PayoutSum::amount).reduce(none, Money::plus).view(),
        sums.stream().map(PayoutSum::setOff).reduce(none, Money::plus).view(),
        sums.stream()
            .sorted(Comparator.comparing(PayoutSum::state))
            .map(
                sum ->
                    new PayoutBatchPart(
                        sum.state(), Math.toIntExact(sum.payouts()), sum.amount().view()))
            .toList(),
        batch.createdAt());
  }
}
