package app.vouch.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A database server that can be killed and started again, always at the same address. What it
 * acknowledged is there afterwards.
 */
public final class FragileDatabase implements AutoCloseable {
  private static final String USER = "lasting";
  private static final String PASSWORD = "the-same-after-each-start";
  private static final String ACCOUNT = "'" + USER + "'@'127.0.0.1'";
  private static final List<String> RIGHTS =
      List.of(
          "CREATE USER IF NOT EXISTS " + ACCOUNT + " IDENTIFIED BY '" + PASSWORD + "'",
          "GRANT ALL ON *.* TO " + ACCOUNT);

  /** Written to the operating system at each commit, which is enough for a killed process. */
  private static final List<String> SURVIVING =
      List.of("--innodb-flush-log-at-trx-commit=2", "--max-connections=300");

  private final Path directory;
  private final Relay relay;
  private EmbeddedDatabase server;

  public FragileDatabase(Path directory) throws IOException {
    this.directory = directory;
    this.server = start();
    this.relay = new Relay(server.port());
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(directory, MariaDbProgram::unpack, SURVIVING, RIGHTS);
  }

  public String url() {
    return server.url().replace(":" + server.port() + "/", ":" + relay.port() + "/");
  }

  public String user() {
    return USER;
  }

  public String password() {
    return PASSWORD;
  }

  /** As {@code kill -9} does it; returns when the server answers again. */
  public void killAndStart() {
    Path data = directory.toAbsolutePath().resolve("db");
    ProcessHandle.current()
        .descendants()
        .filter(
            process ->
                Arrays.asList(process.info().arguments().orElse(new String[0]))
                    .contains("--datadir=" + data))
        .filter(process -> process.info().command().orElse("").endsWith("/mariadbd"))
        .forEach(ProcessHandle::destroyForcibly);
    server.close();
    server = start();
    relay.to(server.port());
  }

  @Override
  public void close() {
    relay.close();
    server.close();
  }
}
