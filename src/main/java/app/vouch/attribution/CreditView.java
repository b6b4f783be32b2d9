package app.vouch.attribution;

import app.vouch.shared.MoneyView;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One share of a deal.
 *
 * @param personId the referrer as a person
 * @param programVersionId the version pinned on the referral
 * @param share the exact share, such as {@code 1/3}, or {@code 1} for the whole
 * @param amount the share of the deal's amount; zero where the deal has no amount
 */
@Schema(name = "Credit")
@Name("Credit")
public record CreditView(
    @Id @NonNull String id,
    @Id @NonNull String referralId,
    @Id @NonNull String referrerId,
    @Id @NonNull String personId,
    @Id @NonNull String programVersionId,
    @NonNull String share,
    @NonNull MoneyView amount) {}
