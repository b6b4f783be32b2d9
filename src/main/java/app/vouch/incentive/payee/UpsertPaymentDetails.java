package app.vouch.incentive.payee;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import app.vouch.shared.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Says where a person is paid; replaces what was known.
 *
 * @param id the person
 * @param holder the name in which the account is kept, in Latin letters
 * @param iban with kind IBAN; blanks do not matter
 * @param routing with kind ACCOUNT: the bank's number in its country
 * @param account with kind ACCOUNT
 * @param country of the bank: ISO 3166-1, two capital letters; an IBAN says it itself
 * @param currency in which alone the account can be paid; absent for any
 */
@Schema(name = "UpsertPaymentDetails")
@Input("UpsertPaymentDetailsInput")
public record UpsertPaymentDetails(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull BankAccountKind kind,
    @NotNull @Size(max = 140) @Pattern(regexp = Texts.NOT_BLANK) String holder,
    @Size(max = 60) @Nullable String iban,
    @Pattern(regexp = "[A-Za-z0-9 -]{3,35}") @Nullable String routing,
    @Pattern(regexp = "[A-Za-z0-9 -]{4,34}") @Nullable String account,
    @Size(max = 20) @Nullable String bic,
    @Pattern(regexp = Texts.COUNTRY) @Nullable String country,
    @Pattern(regexp = "[A-Z]{3}") @Nullable String currency,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public UpsertPaymentDetails {}

  UpsertPaymentDetails on(String person) {
    return new UpsertPaymentDetails(
        person, kind, holder, iban, routing, account, bic, country, currency, idempotencyKey);
  }

  BankAccount typed() {
    return new BankAccount(kind, holder, iban, routing, account, bic, country, currency);
  }

  @Override
  public String toString() {
    return "UpsertPaymentDetails[" + id + " …]";
  }
}
