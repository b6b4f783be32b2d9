package app.vouch.incentive.payee;

import app.vouch.shared.Refusal;
import app.vouch.shared.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A bank account as it is typed.
 *
 * @param holder the name in which the account is kept, in Latin letters
 * @param iban with kind IBAN; blanks do not matter
 * @param routing with kind ACCOUNT: the bank's number in its country
 * @param account with kind ACCOUNT
 * @param country of the bank: ISO 3166-1, two capital letters; an IBAN says it itself
 * @param currency in which alone the account can be paid; absent for any
 */
@Schema(name = "BankAccount")
@Input("BankAccountInput")
public record BankAccount(
    @NotNull BankAccountKind kind,
    @NotNull @Size(max = 140) @Pattern(regexp = Texts.NOT_BLANK) String holder,
    @Size(max = 60) @Nullable String iban,
    @Pattern(regexp = "[A-Za-z0-9 -]{3,35}") @Nullable String routing,
    @Pattern(regexp = "[A-Za-z0-9 -]{4,34}") @Nullable String account,
    @Size(max = 20) @Nullable String bic,
    @Pattern(regexp = Texts.COUNTRY) @Nullable String country,
    @Pattern(regexp = "[A-Z]{3}") @Nullable String currency) {
  public BankAccount {}

  /**
   * Checked and written without blanks.
   *
   * @param pointer where the account stands in the command
   * @throws Refusal.Invalid naming every field at fault
   */
  public PaymentDetails read(String pointer) {
    return AccountNumbers.read(pointer, this);
  }

  @Override
  public String toString() {
    return "BankAccount[" + kind + " …]";
  }
}
