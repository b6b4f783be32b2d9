package app.vouch.platform.stream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;

/** A real Kafka broker with its own controller, as a process of its own. */
final class KafkaBroker implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Path directory;
  private final int port;
  private final Path settings;
  private Process process;

  /** Formats a new data directory and starts. */
  KafkaBroker(Path directory, int port) throws Exception {
    this.directory = directory;
    this.port = port;
    this.settings = Files.writeString(directory.resolve("server.properties"), properties());
    Process format =
        run(
            "kafka.tools.StorageTool",
            "format",
            "-t",
            Uuid.randomUuid().toString(),
            "-c",
            settings.toString());
    if (!format.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
      throw new IllegalStateException("the data directory is not formatted, see " + log());
    }
    start();
  }

  private String properties() throws IOException {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        num.partitions=4
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        """
        .formatted(port, freePort(), directory.resolve("data"));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  void start() throws Exception {
    process = run("kafka.Kafka", settings.toString());
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!isListening()) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new IllegalStateException("Kafka does not start, see " + log());
      }
      Thread.sleep(100);
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** As a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private Process run(String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private Path log() {
    return directory.resolve("kafka.log");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
