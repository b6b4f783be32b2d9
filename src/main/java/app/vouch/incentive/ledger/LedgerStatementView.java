package app.vouch.incentive.ledger;

import app.vouch.shared.AmountView;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was owed to a payee at the two ends of a time, by the time of recording: what was booked as
 * owed to them less what they owe.
 *
 * @param from null for the beginning
 * @param to null for now
 * @param openingBalance before the first line
 * @param closingBalance after the last line
 */
@Schema(name = "LedgerStatement")
@Name("LedgerStatement")
public record LedgerStatementView(
    @Id @NonNull String payeeId,
    @NonNull String currency,
    @Nullable Instant from,
    @Nullable Instant to,
    @NonNull AmountView openingBalance,
    @NonNull AmountView closingBalance) {}
