package app.vouch.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The specification's vector. */
class SignatureTest {
  private static final byte[] SECRET =
      Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long TIMESTAMP = 1_614_265_330;
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final String EXPECTED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void shouldSignAsTheSpecificationSays() {
    assertThat(Signature.header(List.of(SECRET), ID, TIMESTAMP, BODY)).isEqualTo(EXPECTED);
  }

  @Test
  void shouldGiveOneSignaturePerSecret() {
    assertThat(Signature.header(List.of(new byte[32], SECRET), ID, TIMESTAMP, BODY))
        .matches("v1,[^ ]+ v1,[^ ]+")
        .endsWith(" " + EXPECTED);
  }
}
