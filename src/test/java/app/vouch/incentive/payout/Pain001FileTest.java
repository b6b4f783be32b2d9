package app.vouch.incentive.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.incentive.payee.PaymentDetails;
import app.vouch.shared.IdType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/** Each file holds against the schema, and says what it should. */
class Pain001FileTest {

  private static Pain001Reader read(PaymentDetails debtor, Payment... payments) throws Exception {
    return Pain001Reader.of(Pain001File.of(Payments.transfer(debtor, List.of(payments))));
  }

  @Test
  void shouldPayEurosBetweenIbansAsSepa() throws Exception {
    Payment payment = Payments.of(1, 300_000, "EUR", Payments.GERMAN);

    Pain001Reader file = read(Payments.BRITISH, payment);

    assertThat(file.text("//p:GrpHdr/p:MsgId")).isEqualTo("bat-01h455vb4pex5vsknk084sn02q-0abc");
    assertThat(file.text("//p:GrpHdr/p:CreDtTm")).isEqualTo("2026-11-24T09:30:00Z");
    assertThat(file.text("//p:InitgPty/p:Nm")).isEqualTo("Vouch + Sons");
    assertThat(file.text("//p:PmtTpInf/p:SvcLvl/p:Cd")).isEqualTo("SEPA");
    assertThat(file.text("//p:ReqdExctnDt/p:Dt")).isEqualTo("2026-11-25");
    assertThat(file.text("//p:DbtrAcct/p:Id/p:IBAN")).isEqualTo("GB29NWBK60161331926819");
    assertThat(file.text("//p:DbtrAgt//p:Othr/p:Id")).isEqualTo("NOTPROVIDED");
    assertThat(file.text("//p:ChrgBr")).isEqualTo("SLEV");
    assertThat(file.text("//p:Cdtr/p:Nm")).isEqualTo("Jurgen Gross");
    assertThat(file.text("//p:CdtrAcct/p:Id/p:IBAN")).isEqualTo("DE89370400440532013000");
    assertThat(file.text("//p:CdtrAgt//p:BICFI")).isEqualTo("COBADEFFXXX");
    assertThat(file.text("//p:InstdAmt")).isEqualTo("3000.00");
    assertThat(file.text("//p:InstdAmt/@Ccy")).isEqualTo("EUR");
  }

  @Test
  void shouldNameTheBankByItsRoutingNumberWhereThereIsNoIban() throws Exception {
    Pain001Reader file = read(Payments.AMERICAN, Payments.of(1, 300_000, "USD", Payments.AMERICAN));

    assertThat(file.text("//p:PmtTpInf")).isEmpty();
    assertThat(file.text("//p:ChrgBr")).isEqualTo("SHAR");
    for (String side : List.of("Dbtr", "Cdtr")) {
      assertThat(file.text("//p:%sAcct/p:Id/p:Othr/p:Id".formatted(side)))
          .isEqualTo("000123456789");
      assertThat(file.text("//p:%sAgt//p:ClrSysId/p:Cd".formatted(side))).isEqualTo("USABA");
      assertThat(file.text("//p:%sAgt//p:MmbId".formatted(side))).isEqualTo("021000021");
      assertThat(file.text("//p:%sAgt//p:PstlAdr/p:Ctry".formatted(side))).isEqualTo("US");
    }
  }

  @ParameterizedTest
  @CsvSource({"JPY,1500,1500,3001", "USD,1,0.01,0.02", "KWD,1234567,1234.567,2469.135"})
  void shouldWriteAmountsWithTheCurrencysDigitsAndTheirExactSum(
      String currency, long minor, String amount, String sum) throws Exception {
    Payment first = Payments.of(1, minor, currency, Payments.GERMAN);
    Payment second =
        Payments.of(2, currency.equals("USD") ? minor : minor + 1, currency, Payments.GERMAN);

    Pain001Reader file = read(Payments.BRITISH, first, second);

    assertThat(file.text("//p:CdtTrfTxInf[1]//p:InstdAmt")).isEqualTo(amount);
    assertThat(file.texts("//p:NbOfTxs")).containsExactly("2", "2");
    assertThat(file.texts("//p:CtrlSum")).containsExactly(sum, sum);
  }

  @Test
  void shouldTakeTheLargestAmountThatThereIs() throws Exception {
    Pain001Reader file =
        read(
            Payments.BRITISH,
            Payments.of(1, 1_000_000_000_000_000L, "KWD", Payments.GERMAN),
            Payments.of(2, 1_000_000_000_000_000L, "KWD", Payments.GERMAN));

    assertThat(file.text("//p:CtrlSum")).isEqualTo("2000000000000.000");
  }

  @Test
  void shouldBeAbleToTellThePayoutFromItsEndToEndId() throws Exception {
    Payment payment = Payments.of(7, 1, "EUR", Payments.GERMAN);

    String id = read(Payments.BRITISH, payment).text("//p:EndToEndId");

    assertThat(id).hasSizeLessThanOrEqualTo(35).matches("[A-Za-z0-9-]+");
    assertThat(IdType.PAYOUT.parse(id.replace('-', '_'))).contains(payment.payoutId());
  }

  @Test
  void shouldHoldWhateverTheNameIs() throws Exception {
    String name = "<&>]]>\u0001 Žofie \uD83D\uDE00 " + "x".repeat(100);
    PaymentDetails odd = Payments.byIban(name, "DE89370400440532013000", null);

    Pain001Reader file = read(odd, Payments.of(1, 1, "EUR", odd));

    assertThat(file.text("//p:Cdtr/p:Nm")).startsWith(".+.").contains("Zofie").hasSize(70);
    assertThat(file.text("//p:CdtrAgt")).isEmpty();
  }

  @Test
  void shouldBeRefusedBySchemaWhenItIsWrong() {
    String right =
        Pain001File.of(
            Payments.transfer(
                Payments.BRITISH, List.of(Payments.of(1, 1, "EUR", Payments.GERMAN))));

    for (String wrong :
        List.of(
            right.replace("<PmtMtd>TRF</PmtMtd>", ""),
            right.replace("<PmtMtd>TRF", "<PmtMtd>CASH"),
            right.replaceAll("<ChrgBr>.*</ChrgBr>", "<Colour>red</Colour>"),
            right.replace("<Dt>2026-11-25</Dt>", "<Dt>soon</Dt>"))) {
      assertThatThrownBy(() -> Pain001Reader.of(wrong)).isInstanceOf(SAXException.class);
    }
  }
}
