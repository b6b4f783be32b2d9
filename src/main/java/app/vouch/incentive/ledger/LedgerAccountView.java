package app.vouch.incentive.ledger;

import app.vouch.platform.work.Identified;
import app.vouch.shared.MoneyView;
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
    @NonNull MoneyView balance,
    @NonNull MoneyView debitsPosted,
    @NonNull MoneyView creditsPosted,
    @NonNull MoneyView debitsPending,
    @NonNull MoneyView creditsPending,
    @Nullable MoneyView limit,
    @Nullable MoneyView room,
    @NonNull Instant createdAt)
    implements Identified {}
