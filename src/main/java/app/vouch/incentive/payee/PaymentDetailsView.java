package app.vouch.incentive.payee;

import app.vouch.platform.work.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That there are payment details, and enough of them to tell two accounts apart.
 *
 * @param numberEnding the last characters of the account's number, at most four
 * @param country of the bank
 * @param currency in which alone the account can be paid; null for any
 */
@Schema(name = "PaymentDetails")
@Name("PaymentDetails")
public record PaymentDetailsView(
    @Id @NonNull String id,
    @Id @NonNull String personId,
    @NonNull BankAccountKind kind,
    @NonNull String numberEnding,
    @Nullable String country,
    @Nullable String currency,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned {}
