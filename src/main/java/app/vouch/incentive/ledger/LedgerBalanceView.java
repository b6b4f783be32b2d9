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
 * How an account stood at a moment.
 *
 * @param id the account's
 * @param balance what was posted, counted on the normal side
 * @param asOf entries that were recorded until then are counted
 * @param effectiveAsOf only those of them that counted then; null where that does not matter
 */
@Schema(name = "LedgerBalance")
@Name("LedgerBalance")
public record LedgerBalanceView(
    @Id @NonNull String id,
    @NonNull String code,
    @NonNull AccountKind kind,
    @NonNull Side normalSide,
    @NonNull AmountView balance,
    @NonNull AmountView debitsPending,
    @NonNull AmountView creditsPending,
    @NonNull Instant asOf,
    @Nullable Instant effectiveAsOf)
    implements Identified {}
