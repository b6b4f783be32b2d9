package app.vouch.incentive.payee;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody is paid, in clear. It is sealed before it is stored, and its text says nothing.
 *
 * @param holder as the bank knows them
 * @param number the IBAN or the account's number, without blanks
 * @param routing the bank's number in its country; null for an IBAN
 * @param bic null where the account says enough
 * @param country of the bank: ISO 3166-1, two capital letters
 * @param currency in which alone the account can be paid; null for any
 */
public record PaymentDetails(
    BankAccountKind kind,
    String holder,
    String number,
    @Nullable String routing,
    @Nullable String bic,
    @Nullable String country,
    @Nullable String currency) {
  private static final int SHOWN = 4;

  /** The last characters of the number, at most four and never more than half of it. */
  String ending() {
    return number.substring(number.length() - Math.min(SHOWN, number.length() / 2));
  }

  /** Whether money of that currency can be paid to the account. */
  public boolean takes(String code) {
    return currency == null || currency.equals(code);
  }

  @Override
  public String toString() {
    return "PaymentDetails[" + kind + " …]";
  }
}
