package app.vouch.incentive.payee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNumbersTest {

  private static BankAccount iban(@Nullable String iban) {
    return new BankAccount(BankAccountKind.IBAN, "Kim Park", iban, null, null, null, null, null);
  }

  private static BankAccount account(
      @Nullable String routing, @Nullable String account, @Nullable String country) {
    return new BankAccount(
        BankAccountKind.ACCOUNT, "Kim Park", null, routing, account, null, country, null);
  }

  private static List<String> faults(BankAccount typed) {
    Refusal.Invalid refused =
        catchThrowableOfType(Refusal.Invalid.class, () -> typed.read("/debtor"));
    return refused.errors().stream().map(FieldError::pointer).toList();
  }

  /** Examples of the IBAN registry. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GB29 NWBK 6016 1331 9268 19",
        "DE89 3704 0044 0532 0130 00",
        "fr1420041010050500013m02606",
        "NL91-ABNA-0417-1643-00",
        "MT84MALT011000012345MTLCAST001S",
        "NO9386011117947"
      })
  void shouldTakeAnIbanHoweverItIsSpaced(String typed) {
    PaymentDetails read = iban(typed).read("");

    assertThat(read.number())
        .isEqualTo(typed.replaceAll("[ -]", "").toUpperCase(java.util.Locale.ROOT));
    assertThat(read.country()).isEqualTo(read.number().substring(0, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GB",
        "GB28NWBK60161331926819",
        "GB29NWBK6016133192681",
        "GB29NWBK601613319268190",
        "DE89370400440532013001",
        "XX89370400440532013000",
        "US12345678901234567890",
        "GB29NWBK6016133192681é"
      })
  void shouldRefuseWhatIsNoIban(String typed) {
    assertThat(faults(iban(typed))).contains("/debtor/iban");
  }

  @Test
  void shouldRefuseNoIbanAtAll() {
    assertThat(faults(iban(null))).contains("/debtor/iban");
  }

  @Test
  void shouldRepeatNothingOfTheAccountWhenItIsRefused() {
    Refusal.Invalid refused =
        catchThrowableOfType(Refusal.Invalid.class, () -> iban("GB28NWBK60161331926819").read(""));

    assertThat(refused.errors().toString() + refused.detail())
        .doesNotContain("NWBK")
        .doesNotContain("31926819");
  }

  @Test
  void shouldTakeAnAccountWithItsBank() {
    PaymentDetails read = account("021 000-021", "000123456789", "US").read("");

    assertThat(read.routing()).isEqualTo("021000021");
    assertThat(read.number()).isEqualTo("000123456789");
    assertThat(read.ending()).isEqualTo("6789");
  }

  @Test
  void shouldNameEveryFieldThatIsMissingOrHasNoPlace() {
    assertThat(faults(account(null, null, null)))
        .containsExactlyInAnyOrder("/debtor/routing", "/debtor/account", "/debtor/country");
    assertThat(
            faults(
                new BankAccount(
                    BankAccountKind.IBAN,
                    "Анна Ли",
                    "GB29NWBK60161331926819",
                    "021000021",
                    "123456",
                    "NOBIC",
                    "DE",
                    null)))
        .containsExactlyInAnyOrder(
            "/debtor/routing",
            "/debtor/account",
            "/debtor/bic",
            "/debtor/country",
            "/debtor/holder");
  }

  @Test
  void shouldNeverShowMoreThanHalfOfANumber() {
    assertThat(account("021000021", "1234", "US").read("").ending()).isEqualTo("34");
  }

  @Test
  void shouldSayNothingAsText() {
    assertThat(iban("GB29NWBK60161331926819").toString() + iban("GB29NWBK60161331926819").read(""))
        .doesNotContain("GB29")
        .doesNotContain("Kim");
  }

  @Test
  void shouldTakeOnlyItsCurrencyWhenItHasOne() {
    BankAccount euros =
        new BankAccount(
            BankAccountKind.IBAN,
            "Kim Park",
            "DE89370400440532013000",
            null,
            null,
            "COBADEFFXXX",
            "DE",
            "EUR");

    assertThat(euros.read("").takes("EUR")).isTrue();
    assertThat(euros.read("").takes("USD")).isFalse();
    assertThat(iban("DE89370400440532013000").read("").takes("USD")).isTrue();
  }
}
