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
 * An account as callers see it.
 *
 * @param code {@code KIND:owner}
 * @param balance what is posted, counted on the normal side
 * @param limit what a program's cost may come to; null for no limit
 * @param room what may still be booked, holds counted; null where nothing limits the account
 */
@Schema(name = "LedgerAccount")
@Name("LedgerAccount")
public record LedgerAccountView(
    @Id @NonNull String id,
    @NonNull String code,
    @NonNull AccountKind kind,
    @NonNull String owner,
    @NonNull Side normalSide,
    @NonNull AmountView balance,
    @NonNull AmountView debitsPosted,
    @NonNull AmountView creditsPosted,
    @NonNull AmountView debitsPending,
    @NonNull AmountView creditsPending,
    @Nullable AmountView limit,
    @Nullable AmountView room,
    @NonNull Instant createdAt)
    implements Identified {}
