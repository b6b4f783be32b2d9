package app.vouch.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("deprecation")
class SecretsFilterTest {
  private static final String TOKEN = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE";
  private static final String KEY = "vk_live_" + "0123456789abcdef".repeat(4);

  private static ExtLogRecord logged(String format, Object... values) {
    ExtLogRecord line = new ExtLogRecord(Level.INFO, format, FormatStyle.PRINTF, "test");
    line.setParameters(values);
    assertThat(new SecretsFilter().isLoggable(line)).isTrue();
    return line;
  }

  @ParameterizedTest
  @CsvSource({
    "GET /i/{t} HTTP/1.1 200, GET /i/*** HTTP/1.1 200",
    "POST /f/{t} HTTP/1.1 200, POST /f/*** HTTP/1.1 200",
    "GET /s/{t}?cursor=x, GET /s/***?cursor=x",
    "http://localhost:8080/w/{t}?again, http://localhost:8080/w/***?again",
    "POST /u/{t}/undo HTTP/1.1, POST /u/***/undo HTTP/1.1",
    "key {k} is unknown, key vk_live_012345*** is unknown",
    "'Authorization: Bearer {k}, Accept: */*', 'Authorization: Bearer ***, Accept: */*'",
    "authorization=bearer eyJhbGciOi.J9.sig, authorization=bearer ***",
    "secret whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw== made, secret whsec_*** made",
    "made the key vk_test_012345***, made the key vk_test_012345***",
    "GET /v1/introductions/int_01m81w1wfye2wbwez1nqj195jq, GET /v1/introductions/int_01m81w1wfye2wbwez1nqj195jq",
    "GET /i/short HTTP/1.1, GET /i/short HTTP/1.1"
  })
  void shouldMaskWhatIsSecretAndNothingElse(String line, String masked) {
    String text = line.replace("{t}", TOKEN).replace("{k}", KEY);

    assertThat(logged("%s", text).getFormattedMessage()).isEqualTo(masked);
  }

  @Test
  void shouldMaskInFaultsAndTheirCauses() {
    var cause = new IllegalArgumentException("no such link: /i/" + TOKEN);
    ExtLogRecord line = new ExtLogRecord(Level.ERROR, "failed", "test");
    line.setThrown(new IllegalStateException("it broke", cause));

    new SecretsFilter().isLoggable(line);

    Throwable thrown = Objects.requireNonNull(line.getThrown());
    assertThat(thrown).hasToString("java.lang.IllegalStateException: it broke");
    assertThat(thrown.getCause())
        .hasToString("java.lang.IllegalArgumentException: no such link: /i/***");
    assertThat(thrown.getCause().getStackTrace()).isEqualTo(cause.getStackTrace());
  }

  @Test
  void shouldLeaveOtherFaultsAsTheyAre() {
    var fault = new IllegalStateException("it broke");
    ExtLogRecord line = new ExtLogRecord(Level.ERROR, "failed", "test");
    line.setThrown(fault);

    new SecretsFilter().isLoggable(line);

    assertThat(line.getThrown()).isSameAs(fault);
  }
}
