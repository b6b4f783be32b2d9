package app.vouch.demo;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The packaged service as a process of its own, on free ports, with a data directory of its own.
 */
public final class Service implements AutoCloseable {
  public static final String API_KEY =
      "vk_live_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  public static final String OPERATOR_KEY = "demo-operator-key-0123456789abcdef";

  /** What a killed service was sending comes back after ten seconds, not after a minute. */
  public static final Map<String, String> SOON_OVER_A_CRASH =
      Map.of("VOUCH_DELIVERY_TIMEOUT", "PT4S", "VOUCH_DELIVERY_LEASE", "PT10S");

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private final Path jar;
  private final Path dataDirectory;
  private final Map<String, String> settings;
  private final int port;
  private final int managementPort;
  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable Process process;

  /**
   * @param settings further environment of the process
   */
  public Service(Path dataDirectory, Map<String, String> settings) throws IOException {
    this.jar =
        Path.of(System.getProperty("vouch.app.dir", "target/quarkus-app"), "quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException("no " + jar + "; make demo builds it");
    }
    this.dataDirectory = dataDirectory;
    this.settings = settings;
    this.port = freePort();
    this.managementPort = freePort();
  }

  public String url() {
    return "http://localhost:" + port;
  }

  public String managementUrl() {
    return "http://localhost:" + managementPort;
  }

  public Path log() {
    return dataDirectory.resolve("service.log");
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  public long pid() {
    return process == null ? -1 : process.pid();
  }

  /** Starts and waits until it is ready. */
  public Service start() throws IOException, InterruptedException {
    Files.createDirectories(dataDirectory);
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log().toString())));
    Map<String, String> environment = builder.environment();
    environment.put("VOUCH_PROFILE", "dev");
    environment.put("VOUCH_DATA_DIR", dataDirectory.resolve("database").toString());
    environment.put("VOUCH_HTTP_PORT", Integer.toString(port));
    environment.put("VOUCH_MANAGEMENT_PORT", Integer.toString(managementPort));
    environment.put("VOUCH_BASE_URL", url());
    environment.put("VOUCH_BOOTSTRAP_API_KEY", API_KEY);
    environment.put("VOUCH_OPERATOR_KEY", OPERATOR_KEY);
    environment.put("VOUCH_OUTBOUND_ALLOW", "127.0.0.0/8");
    environment.put("VOUCH_TIMERS_POLLING", "PT0.5S");
    environment.putAll(settings);
    process = builder.start();
    awaitReady(process);
    return this;
  }

  private void awaitReady(Process started) throws IOException, InterruptedException {
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create(managementUrl() + "/q/health/ready")).build();
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      if (started.waitFor(200, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "the service ended with status %d; its last words:%n%s"
                .formatted(started.exitValue(), lastWords()));
      }
      try {
        if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        continue;
      }
    }
    throw new IllegalStateException(
        "the service was not ready in " + START_LIMIT + "; see " + log());
  }

  private String lastWords() throws IOException {
    var lines = Files.readAllLines(log());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  /** Ends the process as a crash would: no shutdown hook runs. */
  public void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      process.destroy();
      try {
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
