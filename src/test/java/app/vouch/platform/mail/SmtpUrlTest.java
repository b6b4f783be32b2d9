package app.vouch.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.vouch.platform.mail.SmtpUrl.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpUrlTest {

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example,              mail.example, 587,  STARTTLS",
    "smtp://mail.example:25,           mail.example, 25,   STARTTLS",
    "smtp://mail.example?starttls=off, mail.example, 587,  NONE",
    "smtp://localhost:2525,            localhost,    2525, NONE",
    "smtp://127.0.0.1:2525,            127.0.0.1,    2525, NONE",
    "smtp://[::1]:2525,                ::1,          2525, NONE",
    "smtps://mail.example,             mail.example, 465,  TLS",
    "SMTPS://mail.example:4650/,       mail.example, 4650, TLS",
  })
  void shouldBeSafeUnlessItIsSaidOtherwise(String text, String host, int port, Security security) {
    assertThat(SmtpUrl.parse(text)).isEqualTo(new SmtpUrl(host, port, security, null, null));
  }

  @Test
  void shouldDecodeUserAndPasswordAndShowNeither() {
    SmtpUrl url = SmtpUrl.parse("smtp://kim%40seller.example:s%2Fc%3Are+t@mail.example");

    assertThat(url.user()).isEqualTo("kim@seller.example");
    assertThat(url.password()).isEqualTo("s/c:re+t");
    assertThat(url).hasToString("mail.example:587");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example:587",
        "http://kim:sekret@mail.example",
        "smtp://kim:sekret@",
        "smtp://kim:sek/ret@mail.example",
        "smtp://kim:sekret@mail.example/inbox",
        "smtp://kim:sekret@mail.example?starttls=on",
        "smtps://kim:sekret@mail.example?starttls=off",
        "smtp://kim@mail.example",
        "smtp://kim:sek%zzret@mail.example",
        "smtp://kim:sek ret@mail.example",
      })
  void shouldSayWhatIsWrongWithoutThePassword(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmtpUrl.parse(text))
        .withMessageStartingWith("VOUCH_SMTP_URL ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("sek").doesNotContain("zzret"));
  }
}
