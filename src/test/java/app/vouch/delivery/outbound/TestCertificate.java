package app.vouch.delivery.outbound;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate that signed itself, made by the JDK's {@code keytool}.
 *
 * @param identity the certificate and its key in PEM
 */
public record TestCertificate(ClientIdentity identity) {
  private static final String PASSWORD = "changeit";

  public static TestCertificate make(String host) throws Exception {
    Path directory = Files.createTempDirectory("certificate");
    Path file = directory.resolve("store.p12");
    try {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "it",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=" + host,
                  "-ext",
                  "san=dns:" + host,
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  PASSWORD)
              .redirectErrorStream(true)
              .start();
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool: " + said);
      }
      KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
      return new TestCertificate(
          new ClientIdentity(
              pem("CERTIFICATE", store.getCertificate("it").getEncoded()),
              pem("PRIVATE KEY", store.getKey("it", PASSWORD.toCharArray()).getEncoded())));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(directory);
    }
  }

  private static String pem(String kind, byte[] bytes) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, base64);
  }

  KeyCertOptions keyCertOptions() {
    return new PemKeyCertOptions()
        .addCertValue(Buffer.buffer(identity.certificate()))
        .addKeyValue(Buffer.buffer(identity.privateKey()));
  }

  TrustOptions trustOptions() {
    return new PemTrustOptions().addCertValue(Buffer.buffer(identity.certificate()));
  }
}
