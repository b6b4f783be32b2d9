package app.vouch.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A way to run commands as somebody who is not root. */
record Unprivileged(List<String> prefix) {

  private static final List<List<String>> WAYS =
      List.of(
          List.of(),
          List.of("setpriv", "--reuid=10001", "--regid=10001", "--clear-groups", "--"),
          List.of("runuser", "-u", "nobody", "--"));

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** The first way that works here: as we are, or from root down. */
  static Optional<Unprivileged> find() {
    return WAYS.stream().map(Unprivileged::new).filter(Unprivileged::works).findFirst();
  }

  /** Prepares a start with nothing in the environment but what is given. */
  ProcessBuilder command(Path directory, List<String> command, Map<String, String> environment) {
    List<String> real =
        Stream.concat(
                prefix.stream(),
                command.stream().map(word -> word.equals("java") ? JAVA.toString() : word))
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(real).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().keySet().retainAll(List.of("PATH"));
    builder.environment().putAll(environment);
    return builder;
  }

  private boolean works() {
    Path anywhere = Path.of("/");
    try {
      Process id = command(anywhere, List.of("id", "-u"), Map.of()).start();
      String user = new String(id.getInputStream().readAllBytes(), UTF_8).strip();
      Process java = command(anywhere, List.of("java", "-version"), Map.of()).start();
      java.getInputStream().readAllBytes();
      return id.waitFor() == 0
          && !user.equals("0")
          && java.waitFor(60, TimeUnit.SECONDS)
          && java.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
