package app.vouch.incentive.payout;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.incentive.payee.PaymentDetails;
import app.vouch.shared.IdType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  @Test
  void shouldHaveALineForEachPayment() {
    List<Payment> payments =
        List.of(
            Payments.of(1, 300_000, "USD", Payments.GERMAN),
            Payments.of(2, 1, "USD", Payments.AMERICAN));

    String[] lines = CsvFile.of(payments).split("\r\n", -1);

    assertThat(lines).hasSize(4);
    assertThat(lines[0])
        .isEqualTo(
            "payout_id,payee_id,end_to_end_id,holder,iban,routing,account,bic,country,amount,currency");
    assertThat(lines[1])
        .startsWith(IdType.PAYOUT.format(payments.getFirst().payoutId()) + ",per_")
        .endsWith(",Jürgen Groß,DE89370400440532013000,,,COBADEFFXXX,DE,3000.00,USD");
    assertThat(lines[2]).endsWith(",\"Kim \"\"K\"\" Park\",,021000021,000123456789,,US,0.01,USD");
    assertThat(lines[3]).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+A1", "-A1", "@SUM(A1)", "\t=A1", " =A1", "＝A1"})
  void shouldKeepASpreadsheetFromTakingANameForAFormula(String name) {
    PaymentDetails to = Payments.byIban("Kim", "DE89370400440532013000", null);
    PaymentDetails odd =
        new PaymentDetails(to.kind(), name, to.number(), null, null, to.country(), null);

    assertThat(CsvFile.of(List.of(Payments.of(1, 1, "EUR", odd)))).contains(",'" + name + ",");
  }
}
