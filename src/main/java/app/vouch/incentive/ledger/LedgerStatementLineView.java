package app.vouch.incentive.ledger;

import app.vouch.platform.work.Identified;
import app.vouch.shared.AmountView;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One movement on a payee's accounts.
 *
 * @param id the entry's leg
 * @param about the reward or payout that it was for; null for a manual entry
 * @param step what happened to that, such as {@code APPROVE}; a manual entry's own key
 * @param account {@code PAYABLE} for what is owed to the payee, {@code RECEIVABLE} for what they
 *     owe
 * @param change what it adds to what is owed to the payee, or takes from it
 * @param balance what is owed to the payee after it
 */
@Schema(name = "LedgerStatementLine")
@Name("LedgerStatementLine")
public record LedgerStatementLineView(
    @Id @NonNull String id,
    @Id @NonNull String entryId,
    @Id @Nullable String about,
    @NonNull String step,
    @NonNull AccountKind account,
    @NonNull AmountView change,
    @NonNull AmountView balance,
    @NonNull Instant effectiveAt,
    @NonNull Instant recordedAt)
    implements Identified {}
