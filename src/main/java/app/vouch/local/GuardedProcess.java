package app.vouch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A child process that never outlives this one, not even after {@code kill -9}. A shell waits on
 * the pipe from us; when the pipe closes, for whatever reason, it asks the child to end.
 */
final class GuardedProcess implements AutoCloseable {

  private static final long EXIT_SECONDS = 60;

  /** Interrupt and hang-up reach the whole terminal group; only the parent decides here. */
  private static final String GUARD =
      """
      trap '' INT HUP
      exec 3<&0
      "$@" 3<&- </dev/null &
      child=$!
      { read -r _ <&3; kill "$child"; } 2>/dev/null &
      guard=$!
      wait "$child"
      code=$?
      kill "$guard" 2>/dev/null
      exit "$code"
      """;

  private final Process process;
  private final Path log;

  private GuardedProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * @param log receives what the child prints, replacing an earlier log
   */
  static GuardedProcess start(List<String> command, Path log) throws IOException {
    var guarded = new ArrayList<>(List.of("sh", "-c", GUARD, "sh"));
    guarded.addAll(command);
    var process =
        new ProcessBuilder(guarded).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new GuardedProcess(process, log);
  }

  /** Waits for the child to end by itself. */
  boolean endsWithin(long milliseconds) throws InterruptedException {
    return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
  }

  int exitCode() {
    return process.exitValue();
  }

  /** The end of what the child printed, for an error message. */
  String lastLines() {
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e + ")";
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
