package app.vouch.incentive.payout;

import app.vouch.incentive.payee.BankAccount;
import app.vouch.incentive.payee.BankAccountKind;
import app.vouch.incentive.payee.PaymentDetails;
import app.vouch.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments as tests need them. */
final class Payments {
  static final PaymentDetails GERMAN =
      byIban("Jürgen Groß", "DE89370400440532013000", "COBADEFFXXX");
  static final PaymentDetails BRITISH = byIban("Vouch & Sons", "GB29NWBK60161331926819", null);
  static final PaymentDetails AMERICAN =
      new BankAccount(
              BankAccountKind.ACCOUNT,
              "Kim \"K\" Park",
              null,
              "021000021",
              "000123456789",
              null,
              "US",
              null)
          .read("");

  static PaymentDetails byIban(String holder, String iban, @Nullable String bic) {
    return new BankAccount(BankAccountKind.IBAN, holder, iban, null, null, bic, null, null)
        .read("");
  }

  static Payment of(int number, long minor, String currency, PaymentDetails to) {
    return new Payment(
        new UUID(0x0199_0000_0000_7000L + number, 0x8000_0000_0000_0000L + number),
        new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L + number),
        Money.ofMinor(minor, currency),
        to);
  }

  static CreditTransfer transfer(PaymentDetails debtor, List<Payment> payments) {
    return new CreditTransfer(
        "bat-01h455vb4pex5vsknk084sn02q-0abc",
        Instant.parse("2026-11-24T09:30:00.123456Z"),
        debtor,
        LocalDate.of(2026, 11, 25),
        payments,
        payments.stream().map(Payment::amount).reduce(Money::plus).orElseThrow());
  }

  private Payments() {}
}
