package app.vouch.attribution;

import app.vouch.platform.work.Versioned;
import app.vouch.program.AttributionModel;
import app.vouch.shared.MoneyView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is credited for a deal, as computed at one time. A later computation adds a version; earlier
 * ones stay readable.
 *
 * @param cause why this version was computed
 * @param model null when there is nobody to credit
 * @param programVersionId whose model it is: the version of the earliest referral
 * @param amount what was shared; null when the deal has no amount
 * @param credits empty when the deal was re-opened or no touchpoint counts; otherwise they sum to
 *     the amount
 * @param inputsHash SHA-256 of the frozen inputs, in hexadecimal
 */
@Schema(name = "Attribution")
@Name("Attribution")
public record AttributionView(
    @Id @NonNull String id,
    int version,
    @Id @NonNull String dealId,
    @NonNull AttributionCause cause,
    @Nullable AttributionModel model,
    int modelVersion,
    @Id @Nullable String programVersionId,
    @Nullable MoneyView amount,
    @NonNull List<@NonNull CreditView> credits,
    @NonNull String inputsHash,
    @NonNull Instant computedAt)
    implements Versioned {}
