package app.vouch.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.delivery.SignatureKind;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The specification's vector for {@code v1}; {@code v1a} by the JDK's own verifier. */
class SignatureTest {
  private static final SigningKey SECRET =
      new SigningKey(
          SignatureKind.V1, Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
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
    assertThat(
            Signature.header(
                List.of(new SigningKey(SignatureKind.V1, new byte[32]), SECRET),
                ID,
                TIMESTAMP,
                BODY))
        .matches("v1,[^ ]+ v1,[^ ]+")
        .endsWith(" " + EXPECTED);
  }

  @Test
  void shouldMakeSignaturesThatAPublicKeyVerifies() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    SigningKey key = new SigningKey(SignatureKind.V1A, pair.getPrivate().getEncoded());

    String[] header = Signature.header(List.of(key), ID, TIMESTAMP, BODY).split(",", -1);

    assertThat(header[0]).isEqualTo("v1a");
    byte[] signed =
        (ID + '.' + TIMESTAMP + '.' + new String(BODY, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    var verifier = java.security.Signature.getInstance("Ed25519");
    verifier.initVerify(pair.getPublic());
    verifier.update(signed);
    assertThat(verifier.verify(Base64.getDecoder().decode(header[1]))).isTrue();
    verifier.initVerify(pair.getPublic());
    verifier.update("other".getBytes(StandardCharsets.UTF_8));
    assertThat(verifier.verify(Base64.getDecoder().decode(header[1]))).isFalse();
  }
}
