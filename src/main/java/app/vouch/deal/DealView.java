package app.vouch.deal;

import app.vouch.directory.OrganizationLink;
import app.vouch.platform.work.Versioned;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.MoneyView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A deal as callers see it. In GraphQL {@code organization} is the whole organization.
 *
 * @param organization as the deal's last change named it
 * @param firstYearAmount null where it is the amount
 * @param fxRate units of {@code fxCurrency} for one of the deal's currency
 * @param fxSource whose rate it is
 * @param closedAt when it was won or lost; null while it is open
 * @param referralId the referral that the CRM named
 * @param stale true only in the answer to a change that was older than what is known: it was
 *     ignored, and this is the deal as it stands
 */
@Schema(name = "Deal")
@Name("Deal")
public record DealView(
    @Id @NonNull String id,
    @NonNull String name,
    @Ignore @Nullable OrganizationLink organization,
    @Id @NonNull List<@NonNull String> personIds,
    @Nullable MoneyView amount,
    @Nullable MoneyView firstYearAmount,
    @Nullable String fxRate,
    @Nullable String fxCurrency,
    @Nullable String fxSource,
    @Nullable Integer termMonths,
    @Nullable String stage,
    @NonNull Milestone milestone,
    @NonNull DealStatus status,
    @Nullable String channel,
    @NonNull Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable String owner,
    @Nullable Long sourceVersion,
    @Nullable Instant sourceTime,
    @Id @Nullable String referralId,
    boolean historic,
    @NonNull List<@NonNull ExternalRef> externalRefs,
    boolean stale,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned {

  DealView asStale() {
    return new DealView(
        id,
        name,
        organization,
        personIds,
        amount,
        firstYearAmount,
        fxRate,
        fxCurrency,
        fxSource,
        termMonths,
        stage,
        milestone,
        status,
        channel,
        openedAt,
        closedAt,
        owner,
        sourceVersion,
        sourceTime,
        referralId,
        historic,
        externalRefs,
        true,
        version,
        createdAt,
        updatedAt);
  }
}
