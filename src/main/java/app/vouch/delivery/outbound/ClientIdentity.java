package app.vouch.delivery.outbound;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Who we are in a TLS handshake.
 *
 * @param certificate and its chain, the client's own first, in PEM
 * @param privateKey in PEM, PKCS #8; RSA or EC
 */
public record ClientIdentity(String certificate, String privateKey) {
  private static final String KEY_BEGINS = "-----BEGIN PRIVATE KEY-----";
  private static final String KEY_ENDS = "-----END PRIVATE KEY-----";

  /** What is wrong with it, for its owner; null when nothing is. */
  public @Nullable String fault() {
    try {
      Collection<? extends Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII)));
      if (chain.isEmpty()) {
        return "holds no certificate in PEM";
      }
      PublicKey known = chain.iterator().next().getPublicKey();
      PrivateKey key = key(known.getAlgorithm());
      if (key == null) {
        return "needs its private key in PEM, PKCS #8 (it begins with %s)".formatted(KEY_BEGINS);
      }
      return areOne(known, key) ? null : "does not belong to the private key";
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return "cannot be used with its private key: an RSA or EC certificate in PEM is needed";
    }
  }

  private @Nullable PrivateKey key(String algorithm) throws GeneralSecurityException {
    String text = privateKey.strip();
    if (!text.startsWith(KEY_BEGINS) || !text.endsWith(KEY_ENDS)) {
      return null;
    }
    byte[] bytes =
        Base64.getMimeDecoder()
            .decode(text.substring(KEY_BEGINS.length(), text.length() - KEY_ENDS.length()));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  private static boolean areOne(PublicKey known, PrivateKey key) throws GeneralSecurityException {
    String algorithm = known.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    byte[] text = {1, 2, 3};
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(key);
    signing.update(text);
    byte[] signed = signing.sign();
    Signature verifying = Signature.getInstance(algorithm);
    verifying.initVerify(known);
    verifying.update(text);
    return verifying.verify(signed);
  }

  @Override
  public String toString() {
    return "ClientIdentity[%s]".formatted(certificate.lines().skip(1).findFirst().orElse(""));
  }
}
