package app.vouch.bench;

import app.vouch.local.EmbeddedDatabase;
import app.vouch.local.JdbcUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The database that service and floors share: the one that {@code VOUCH_DB_URL} names, which has to
 * be empty, else an embedded one.
 *
 * @param url with the parameters that the service adds, so that both use the driver alike
 */
record BenchDatabase(String url, String user, String password, @Nullable EmbeddedDatabase embedded)
    implements AutoCloseable {

  static BenchDatabase start(Map<String, String> environment, Path directory) {
    String given = environment.getOrDefault("VOUCH_DB_URL", "");
    if (!given.isBlank()) {
      return new BenchDatabase(
          new JdbcUrl(given).withDefaults().text(),
          environment.getOrDefault("VOUCH_DB_USER", ""),
          environment.getOrDefault("VOUCH_DB_PASSWORD", ""),
          null);
    }
    EmbeddedDatabase server = EmbeddedDatabase.start(directory);
    return new BenchDatabase(server.url(), server.user(), server.password(), server);
  }

  /** Settings of a process that shall use it. */
  Map<String, String> settings() {
    return Map.of("VOUCH_DB_URL", url, "VOUCH_DB_USER", user, "VOUCH_DB_PASSWORD", password);
  }

  /** A connection as the service's pool makes them. */
  Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url, user, password);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return connection;
  }

  /** Product and version, such as {@code MariaDB 11.4.5}. */
  String version() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select version()")) {
      row.next();
      String version = row.getString(1);
      return version.contains("MariaDB")
          ? "MariaDB " + version.replaceFirst("-MariaDB.*", "")
          : "MySQL " + version;
    }
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
