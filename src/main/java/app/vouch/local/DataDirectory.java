package app.vouch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The directory of an embedded server, locked for this process. The operating system releases the
 * lock when the process ends, however it ends.
 */
final class DataDirectory implements AutoCloseable {

  private static final long EXIT_SECONDS = 60;

  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /** Refused when another process, or another server of this one, holds the directory. */
  static DataDirectory lock(Path directory) {
    var path = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      var file =
          FileChannel.open(
              path.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (tryLock(file) == null) {
        var holder = read(file);
        file.close();
        throw new StartRefused(
            "the data directory %s is in use by process %s.%nStop that process, or set VOUCH_DATA_DIR to another directory."
                .formatted(path, holder));
      }
      write(file, Long.toString(ProcessHandle.current().pid()));
      return new DataDirectory(path, file);
    } catch (IOException e) {
      throw new StartRefused(
          "the data directory %s cannot be used: %s%nSet VOUCH_DATA_DIR to a directory that this user may write."
              .formatted(path, e),
          e);
    }
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /**
   * Ends the server that a killed process left behind, and waits for its end. Safe because we hold
   * the lock: nobody else uses that server. Asks the process table, not the server's file of its
   * number, which a server that ends removes before it lets go of the data.
   */
  void endOrphan(Path databases) throws InterruptedException {
    var left = ProcessHandle.allProcesses().filter(process -> runsOn(databases, process)).toList();
    left.stream().filter(process -> !isGuard(process)).forEach(ProcessHandle::destroy);
    for (var process : left) {
      try {
        process.onExit().get(EXIT_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        throw new StartRefused(
            "process %d, a database server left over in %s, does not end.%nEnd it (kill %d) and start again."
                .formatted(process.pid(), path, process.pid()),
            e);
      }
    }
  }

  private static boolean runsOn(Path databases, ProcessHandle process) {
    return arguments(process).contains("--datadir=" + databases);
  }

  /** The shell that waits for the server ends by itself, and after it. */
  private static boolean isGuard(ProcessHandle process) {
    return arguments(process).contains("-c");
  }

  private static List<String> arguments(ProcessHandle process) {
    return process.info().arguments().map(List::of).orElse(List.of());
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String read(FileChannel file) throws IOException {
    var buffer = ByteBuffer.allocate(32);
    file.read(buffer, 0);
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).trim();
  }

  private static void write(FileChannel file, String text) throws IOException {
    file.truncate(0);
    file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
