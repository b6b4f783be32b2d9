package app.vouch.incentive.ledger;

import app.vouch.platform.work.Identified;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far the books are closed.
 *
 * @param id the tenant's
 * @param closedThrough the last day, in UTC, on which no entry can count any more; null while
 *     nothing is closed
 */
@Schema(name = "LedgerPeriod")
@Name("LedgerPeriod")
public record LedgerPeriodView(
    @Id @NonNull String id,
    @Nullable LocalDate closedThrough,
    @Nullable String closedBy,
    @Nullable Instant closedAt)
    implements Identified {}
