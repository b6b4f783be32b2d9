package app.vouch.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The packaged service in its production profile, on free ports. */
final class VouchServer implements AutoCloseable {
  private static final Path JAR =
      Path.of(System.getProperty("vouch.app.dir", "target/production"), "quarkus-run.jar");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** So that the limit is never met; the check itself runs. */
  private static final String CALLS_PER_MINUTE = "100000000";

  private final ServerProcess process;
  private final int port;

  private VouchServer(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** What two starts on one database must have in common. */
  record Secrets(String apiKey, String secretKey, String operatorKey) {
    static Secrets random() {
      return new Secrets(
          "vk_live_" + HexFormat.of().formatHex(bytes()),
          "bench:" + Base64.getEncoder().encodeToString(bytes()),
          HexFormat.of().formatHex(bytes()));
    }

    private static byte[] bytes() {
      byte[] bytes = new byte[32];
      RANDOM.nextBytes(bytes);
      return bytes;
    }
  }

  static VouchServer start(BenchDatabase database, Secrets secrets, Path log)
      throws IOException, InterruptedException {
    return start(database, secrets, log, Map.of());
  }

  /**
   * @param further settings
   */
  static VouchServer start(
      BenchDatabase database, Secrets secrets, Path log, Map<String, String> further)
      throws IOException, InterruptedException {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException("no " + JAR + "; make bench builds it");
    }
    int port = ServerProcess.freePort();
    int management = ServerProcess.freePort();
    Map<String, String> environment = new HashMap<>(database.settings());
    environment.put("VOUCH_PROFILE", "production");
    environment.put("VOUCH_HTTP_PORT", Integer.toString(port));
    environment.put("VOUCH_MANAGEMENT_PORT", Integer.toString(management));
    environment.put("VOUCH_BASE_URL", "https://refer.example.com");
    environment.put("VOUCH_SECRET_KEY", secrets.secretKey());
    environment.put("VOUCH_OPERATOR_KEY", secrets.operatorKey());
    environment.put("VOUCH_BOOTSTRAP_API_KEY", secrets.apiKey());
    environment.put("VOUCH_RATE_LIMIT", CALLS_PER_MINUTE);
    environment.put("VOUCH_TRUSTED_PROXIES", "127.0.0.0/8");
    environment.putAll(further);
    return new VouchServer(
        ServerProcess.start(
            List.of("-jar", JAR.toString()),
            environment,
            URI.create("http://127.0.0.1:" + management + "/q/health/ready"),
            log),
        port);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  ServerProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
