package app.vouch.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.vouch.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application starts as it does in the container: by the image's entry point, by a
 * user without rights, from a folder that nobody may write to.
 *
 * <p>Needs a production build in {@code vouch.app.dir}: {@code make test-production}.
 */
@Tag("packaged")
class UnprivilegedStartTest {

  private static final Duration START = Duration.ofSeconds(180);
  private static final Duration STOP = Duration.ofSeconds(60);

  private Path home;
  private Path log;
  private Unprivileged user;
  private Optional<Process> started = Optional.empty();

  @BeforeEach
  void installReadOnly(@TempDir Path folder) throws IOException {
    PackagedApp app = PackagedApp.assumeProduction();
    Optional<Unprivileged> way = Unprivileged.find();
    assumeTrue(way.isPresent(), "skipped: no way to run a command as another user than root");
    user = way.orElseThrow();
    log = folder.resolve("output.log");
    home = folder.resolve("app");
    copyReadOnly(app.directory(), home);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void stop() {
    started.ifPresent(Process::destroyForcibly);
  }

  @Test
  void shouldHaveNoRightsWhenTheTestItselfIsTried() throws Exception {
    assertThat(run(List.of("touch", "mark"), Map.of())).isNotZero();
    assertThat(home.resolve("mark")).doesNotExist();
    assertThat(run(List.of("test", "-r", "quarkus-run.jar"), Map.of())).isZero();
  }

  @Test
  void shouldStopAndSayWhatToSetWhenNoDatabaseIsNamed() throws Exception {
    List<Path> before = tree();

    int exit = run(Image.ENTRYPOINT, Map.of());

    assertThat(output()).contains("VOUCH_DB_URL is not set");
    assertThat(exit).isEqualTo(2);
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void shouldMigrateThenServeHealthOnTheManagementPortOnlyWhenThereIsADatabase() throws Exception {
    Map<String, String> environment = database();
    environment.put("VOUCH_MIGRATE", "only");
    assertThat(run(Image.ENTRYPOINT, environment)).as(output()).isZero();

    int api = freePort();
    int management = freePort();
    environment.putAll(settings(api, management));
    Process server = start(Image.ENTRYPOINT, environment);

    await()
        .atMost(START)
        .until(() -> !server.isAlive() || status(management, "/q/health/ready") == 200);
    assertThat(server.isAlive()).as(output()).isTrue();
    assertThat(status(management, "/q/health/started")).isEqualTo(200);
    assertThat(status(management, "/q/health/live")).isEqualTo(200);
    assertThat(status(management, "/q/metrics")).isEqualTo(200);
    assertThat(status(api, "/q/health/ready")).isEqualTo(404);
    assertThat(status(api, "/q/metrics")).isEqualTo(404);

    server.destroy();

    assertThat(server.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).as(output()).isTrue();
    assertThat(server.exitValue()).isIn(0, 128 + 15);
  }

  private static Map<String, String> database() {
    Map<String, String> database = new HashMap<>();
    database.put("VOUCH_DB_URL", TestDatabase.emptyDatabase("production"));
    database.put("VOUCH_DB_USER", TestDatabase.user());
    database.put("VOUCH_DB_PASSWORD", TestDatabase.password());
    return database;
  }

  private static Map<String, String> settings(int api, int management) {
    return Map.of(
        "VOUCH_MIGRATE",
        "false",
        "VOUCH_BASE_URL",
        "https://refer.example.com",
        "VOUCH_SECRET_KEY",
        "k1:" + randomKey(),
        "VOUCH_OPERATOR_KEY",
        randomKey(),
        "VOUCH_MANAGEMENT_PORT",
        Integer.toString(management),
        "QUARKUS_HTTP_PORT",
        Integer.toString(api));
  }

  private static String randomKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  private int run(List<String> command, Map<String, String> environment) throws Exception {
    Process process = start(command, environment);
    assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS)).as(output()).isTrue();
    return process.exitValue();
  }

  private Process start(List<String> command, Map<String, String> environment) throws IOException {
    Process process = user.command(home, command, environment).redirectOutput(log.toFile()).start();
    started = Optional.of(process);
    return process;
  }

  private String output() throws IOException {
    return Files.exists(log) ? new String(Files.readAllBytes(log), UTF_8) : "";
  }

  private List<Path> tree() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.sorted().toList();
    }
  }

  private static int status(int port, String path) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void copyReadOnly(Path from, Path to) throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(from)) {
      sources = files.toList();
    }
    for (Path source : sources) {
      Files.copy(source, to.resolve(from.relativize(source).toString()));
    }
    for (Path source : sources.reversed()) {
      Files.setPosixFilePermissions(
          to.resolve(from.relativize(source).toString()),
          PosixFilePermissions.fromString(Files.isDirectory(source) ? "r-xr-xr-x" : "r--r--r--"));
    }
  }
}
