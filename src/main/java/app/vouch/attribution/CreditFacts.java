package app.vouch.attribution;

import app.vouch.shared.Money;
import java.math.BigInteger;
import java.util.UUID;

/**
 * One share of a deal.
 *
 * @param payeePersonId the referrer as a person
 * @param programVersionId the version pinned on the referral
 * @param shareNumerator the exact share, in lowest terms; the shares of a deal sum to one
 * @param amount the share of the deal's amount; zero where the deal has no amount
 */
public record CreditFacts(
    UUID referralId,
    UUID referrerId,
    UUID payeePersonId,
    UUID programVersionId,
    BigInteger shareNumerator,
    BigInteger shareDenominator,
    Money amount) {}
