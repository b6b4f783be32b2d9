package app.vouch.local;

import com.mysql.cj.jdbc.Driver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * A database server of our own for development, the demo and tests: reachable on the loopback
 * address only, with a password that is new at each start and never stored. Its data stays in the
 * directory.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String NAME = "vouch";
  private static final String USER = "vouch";
  private static final String ACCOUNT = "'" + USER + "'@'127.0.0.1'";

  /** After a kill, the server first replays its log. */
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);

  private final DataDirectory directory;
  private final GuardedProcess server;
  private final int port;
  private final String password;

  private EmbeddedDatabase(
      DataDirectory directory, GuardedProcess server, int port, String password) {
    this.directory = directory;
    this.server = server;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts MariaDB, or refuses with {@link StartRefused}: no server in this build, directory in use
   * or not writable, or the server did not come up.
   */
  public static EmbeddedDatabase start(Path path) {
    MariaDbProgram.refuseWhenAbsent();
    return start(path, MariaDbProgram::unpack, List.of(), List.of());
  }

  /** Puts a server's files into its directory, when they are not there yet. */
  interface Unpacking {
    ServerProgram into(DataDirectory directory) throws IOException;
  }

  /**
   * @param arguments win over our own
   * @param grants one statement each, run at start with all rights
   */
  static EmbeddedDatabase start(
      Path path, Unpacking unpacking, List<String> arguments, List<String> grants) {
    var directory = DataDirectory.lock(path);
    try {
      return start(directory, unpacking.into(directory), arguments, grants);
    } catch (IOException e) {
      directory.close();
      throw new StartRefused(
          "the database in %s does not start: %s".formatted(path.toAbsolutePath(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      directory.close();
      throw new StartRefused("interrupted while the database started", e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static EmbeddedDatabase start(
      DataDirectory directory, ServerProgram program, List<String> arguments, List<String> grants)
      throws IOException, InterruptedException {
    var databases = directory.resolve("db");
    directory.endOrphan(databases);
    install(directory, program, databases);

    int port = freePort();
    var password = newPassword();
    var startupSql = writeStartupSql(directory.resolve("startup.sql"), password, grants);
    var command = new ArrayList<String>();
    command.add(program.executable().toString());
    command.addAll(
        List.of(
            "--no-defaults",
            "--basedir=" + program.home(),
            "--datadir=" + databases,
            "--tmpdir=" + Files.createDirectories(directory.resolve("tmp")),
            "--pid-file=" + directory.resolve("db.pid"),
            // Relative to the data directory: a socket's path may have 107 bytes only.
            "--socket=db.sock",
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--skip-name-resolve",
            "--init-file=" + startupSql,
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin",
            "--default-time-zone=+00:00",
            "--max-allowed-packet=64M",
            // MySQL's default on either server, so that neither is more lenient.
            "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    command.addAll(program.arguments());
    command.addAll(arguments);

    var server = GuardedProcess.start(command, directory.resolve("server.log"));
    var database = new EmbeddedDatabase(directory, server, port, password);
    boolean ready = false;
    try {
      database.awaitReady();
      ready = true;
    } finally {
      Files.deleteIfExists(startupSql);
      if (!ready) {
        server.close();
      }
    }
    return database;
  }

  /** The URL with every parameter that Vouch relies on. */
  public String url() {
    return new JdbcUrl("jdbc:mysql://127.0.0.1:" + port + "/" + NAME)
        .with("sslMode=DISABLED&allowPublicKeyRetrieval=true")
        .withDefaults()
        .text();
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  public int port() {
    return port;
  }

  /** Stops the server and waits for its end. */
  @Override
  public void close() {
    server.close();
    directory.close();
  }

  private void awaitReady() throws InterruptedException {
    var account = new Properties();
    account.setProperty("user", USER);
    account.setProperty("password", password);
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    while (!server.endsWithin(50)) {
      try {
        new Driver().connect(url(), account).close();
        return;
      } catch (SQLException e) {
        if (System.nanoTime() > deadline) {
          throw new StartRefused(
              "the database server does not answer after %s: %s%n%s"
                  .formatted(READY_WITHIN, e.getMessage(), server.lastLines()),
              e);
        }
      }
    }
    throw new StartRefused(
        "the database server ended with status %d. Its last words:%n%s"
            .formatted(server.exitCode(), server.lastLines()));
  }

  /** Into a directory beside it first, so that a kill half way leaves no half-filled one. */
  private static void install(DataDirectory directory, ServerProgram program, Path databases)
      throws IOException, InterruptedException {
    if (Files.isDirectory(databases)) {
      return;
    }
    var partial = directory.resolve("db.partial");
    delete(partial);
    Files.createDirectory(partial, onlyOwner("rwx------"));
    try (var installer =
        GuardedProcess.start(program.install(partial), directory.resolve("install.log"))) {
      if (!installer.endsWithin(READY_WITHIN.toMillis()) || installer.exitCode() != 0) {
        throw new StartRefused(
            "the database in %s cannot be created. The installer's last words:%n%s"
                .formatted(databases, installer.lastLines()));
      }
    }
    Files.move(partial, databases, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path writeStartupSql(Path file, String password, List<String> grants)
      throws IOException {
    var statements = new ArrayList<String>();
    statements.add("CREATE DATABASE IF NOT EXISTS " + NAME);
    statements.add("CREATE USER IF NOT EXISTS " + ACCOUNT);
    statements.add("ALTER USER " + ACCOUNT + " IDENTIFIED BY '" + password + "'");
    statements.add("GRANT ALL ON " + NAME + ".* TO " + ACCOUNT);
    statements.addAll(grants);
    Files.deleteIfExists(file);
    Files.createFile(file, onlyOwner("rw-------"));
    return Files.writeString(file, String.join(";\n", statements) + ";\n");
  }

  private static FileAttribute<?> onlyOwner(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String newPassword() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
