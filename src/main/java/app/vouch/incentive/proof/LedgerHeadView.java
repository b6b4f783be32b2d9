package app.vouch.incentive.proof;

import app.vouch.platform.work.Identified;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The end of the ledger's chain on a day, signed.
 *
 * @param number 1, 2, 3 … without gaps
 * @param sealedOn the day, in UTC
 * @param seals how many entries the chain holds, a whole number
 * @param hash of the last of them, hex: who has it can show that none before was changed
 * @param signature HMAC-SHA256 by a key that the database does not have in clear, hex; over the
 *     head before as well
 */
@Schema(name = "LedgerHead")
@Name("LedgerHead")
public record LedgerHeadView(
    @Id @NonNull String id,
    int number,
    @NonNull LocalDate sealedOn,
    @NonNull String seals,
    @NonNull String hash,
    @NonNull String signature,
    @NonNull Instant signedAt)
    implements Identified {}
