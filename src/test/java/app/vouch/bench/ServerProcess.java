package app.vouch.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that serves HTTP, from its start to its first 200. */
final class ServerProcess implements AutoCloseable {
  /** As in the image, see {@code app.vouch.image.Image}. */
  private static final List<String> JVM_OPTIONS =
      List.of("-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError");

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(10);

  private final Process process;
  private final Duration startUp;

  private ServerProcess(Process process, Duration startUp) {
    this.process = process;
    this.startUp = startUp;
  }

  /**
   * @param arguments of {@code java}, after the options that every server gets
   * @param ready answers 200 when the server is
   * @param log gets the output
   */
  static ServerProcess start(
      List<String> arguments, Map<String, String> environment, URI ready, Path log)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    long begun = System.nanoTime();
    Process process = builder.start();
    // Also when somebody stops the measurement half way.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    boolean started = false;
    try {
      awaitReady(process, ready, log);
      started = true;
    } finally {
      if (!started) {
        process.destroyForcibly();
      }
    }
    return new ServerProcess(process, Duration.ofNanos(System.nanoTime() - begun));
  }

  private static void awaitReady(Process process, URI ready, Path log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (status(ready) != 200) {
      if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "the server ended with status %d; see %s".formatted(process.exitValue(), log));
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%s did not answer 200 in %s; see %s".formatted(ready, START_LIMIT, log));
      }
    }
  }

  private static int status(URI uri) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout((int) STOP_LIMIT.toMillis());
    connection.setReadTimeout((int) STOP_LIMIT.toMillis());
    try {
      return connection.getResponseCode();
    } catch (IOException notYet) {
      return 0;
    } finally {
      connection.disconnect();
    }
  }

  /** From the start of the process to the first 200. */
  Duration startUp() {
    return startUp;
  }

  long pid() {
    return process.pid();
  }

  /** Resident memory in bytes, where the operating system tells (Linux). */
  OptionalLong residentBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(pid()), "status");
    if (!Files.exists(status)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
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
