package app.vouch.delivery.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures {@code v1} and {@code v1a} of the Standard Webhooks specification. */
final class Signature {
  private static final String HMAC = "HmacSHA256";
  private static final String ED25519 = "Ed25519";

  /** The header's value: one signature per key, a blank between them. */
  static String header(List<SigningKey> keys, String id, long timestamp, byte[] body) {
    byte[] start = (id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8);
    return keys.stream().map(key -> sign(key, start, body)).collect(Collectors.joining(" "));
  }

  private static String sign(SigningKey key, byte[] start, byte[] body) {
    try {
      return switch (key.kind()) {
        case V1 -> "v1," + base64(hmac(key.bytes(), start, body));
        case V1A -> "v1a," + base64(ed25519(key.bytes(), start, body));
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a delivery cannot be signed with " + key.kind(), e);
    }
  }

  private static byte[] hmac(byte[] secret, byte[] start, byte[] body)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(secret, HMAC));
    mac.update(start);
    return mac.doFinal(body);
  }

  private static byte[] ed25519(byte[] privateKey, byte[] start, byte[] body)
      throws GeneralSecurityException {
    java.security.Signature signature = java.security.Signature.getInstance(ED25519);
    signature.initSign(
        KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
    signature.update(start);
    signature.update(body);
    return signature.sign();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private Signature() {}
}
