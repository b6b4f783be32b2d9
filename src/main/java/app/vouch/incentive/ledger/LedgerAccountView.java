package app.vouch.incentive.ledger;

import app.vouch.platform.work.Identified;
import app.vouch.shared.MoneyView;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An account as callers see it.
 *
 * @param code {@code KIND:owner}
 * @param balance what is posted, counted on the normal side
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
    @NonNull Instant createdAt)
    implements Identified {}
