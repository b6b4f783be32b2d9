package app.vouch.local;

import java.nio.file.Path;
import java.util.List;

/** Embedded servers for tests: quick rather than durable, and an account with all rights. */
public final class TestServer {

  private static final List<String> QUICK =
      List.of(
          "--innodb-flush-log-at-trx-commit=0",
          "--innodb-doublewrite=0",
          "--innodb-buffer-pool-size=256M",
          "--max-connections=300");

  private static final List<String> ALL_RIGHTS =
      List.of("GRANT ALL ON *.* TO 'vouch'@'127.0.0.1' WITH GRANT OPTION");

  private TestServer() {}

  public static EmbeddedDatabase startMariaDb(Path directory) {
    return EmbeddedDatabase.start(directory, MariaDbProgram::unpack, QUICK, ALL_RIGHTS);
  }

  /**
   * @param home where the Maven profile {@code mysql} unpacked the server
   */
  public static EmbeddedDatabase startMySql(Path home, Path directory) {
    var program = MySqlProgram.in(home.toAbsolutePath());
    return EmbeddedDatabase.start(directory, unused -> program, QUICK, ALL_RIGHTS);
  }
}
