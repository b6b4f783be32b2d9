package app.vouch.deal;

import app.vouch.directory.OrganizationRef;
import app.vouch.platform.work.Command;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.MoneyView;
import app.vouch.shared.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Mirrors a CRM's opportunity: makes a deal, or updates the one with that id or external reference.
 * What is left out stays as it is.
 *
 * @param organization found by domain, else by name, else made; or {@code organizationId}
 * @param people all the people of the deal
 * @param firstYearAmount what the first year is worth; the amount when absent
 * @param fxRate units of {@code fxCurrency} for one of the deal's currency, a plain decimal; used
 *     for rewards of programs in that currency when the deal is won
 * @param fxSource whose rate it is, such as {@code ECB 2027-03-01}
 * @param stage the CRM's word for it
 * @param milestone what the stage means; the deal's status follows from it
 * @param closedAt when it was won or lost; not kept while the deal is open
 * @param sourceVersion the CRM's version of the record; an older one than known is ignored
 * @param sourceTime when the CRM changed the record; used where there are no versions
 * @param referralId the referral that led to the deal: an id or {@code
 *     ext:system:instance:object:id}
 * @param historic closed before Vouch was used
 */
@Schema(name = "UpsertDeal")
@Input("UpsertDealInput")
public record UpsertDeal(
    @Size(max = 10) @Nullable List<@NotNull @Valid ExternalRef> externalRefs,
    @Id @Size(max = 40) @Nullable String id,
    @NotBlank @OneLine @Size(max = 200) String name,
    @Valid @Nullable OrganizationRef organization,
    @Id @Size(max = 40) @Nullable String organizationId,
    @Size(max = 50) @Nullable List<@NotNull @Valid DealContact> people,
    @Valid @Nullable MoneyView amount,
    @Valid @Nullable MoneyView firstYearAmount,
    @Pattern(regexp = DealRate.RATE_PATTERN) @Nullable String fxRate,
    @Size(min = 3, max = 3) @Nullable String fxCurrency,
    @OneLine @Size(min = 1, max = 120) @Nullable String fxSource,
    @Min(1) @Max(1200) @Nullable Integer termMonths,
    @Size(max = 80) @Nullable String stage,
    @Nullable Milestone milestone,
    @Size(max = 80) @Nullable String channel,
    @Nullable Instant openedAt,
    @Nullable Instant closedAt,
    @Size(max = 200) @Nullable String owner,
    @PositiveOrZero @Nullable Long sourceVersion,
    @Nullable Instant sourceTime,
    @Size(max = 400) @Nullable String referralId,
    @Nullable Boolean historic,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {

  public UpsertDeal {}

  List<ExternalRef> refs() {
    return externalRefs == null ? List.of() : externalRefs;
  }
}
