package app.vouch.incentive.payout;

import app.vouch.incentive.payee.BankAccountKind;
import app.vouch.incentive.payee.PaymentDetails;
import app.vouch.shared.Csv;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Payments as comma-separated values, a line each. */
final class CsvFile {
  private static final List<String> HEAD =
      List.of(
          "payout_id",
          "payee_id",
          "end_to_end_id",
          "holder",
          "iban",
          "routing",
          "account",
          "bic",
          "country",
          "amount",
          "currency");

  static String of(List<Payment> payments) {
    return Stream.concat(Stream.of(HEAD), payments.stream().map(CsvFile::cells))
        .map(Csv::line)
        .collect(Collectors.joining());
  }

  private static List<String> cells(Payment payment) {
    PaymentDetails to = payment.to();
    boolean byIban = to.kind() == BankAccountKind.IBAN;
    return List.of(
        IdType.PAYOUT.format(payment.payoutId()),
        IdType.PERSON.format(payment.payeeId()),
        payment.endToEndId(),
        to.holder(),
        byIban ? to.number() : "",
        text(to.routing()),
        byIban ? "" : to.number(),
        text(to.bic()),
        text(to.country()),
        payment.amount().decimal(),
        payment.amount().currency().code());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private CsvFile() {}
}
