package app.vouch.incentive;

import app.vouch.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/** A database that its owner migrated, and the account that the page for operators describes. */
public final class GrantedAccount implements QuarkusTestResourceLifecycleManager {
  static final String NAME = "vouch_append_test";

  private static final Path PAGE = Path.of("src/docs/database-grant.md");
  private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);
  private static final String PASSWORD = "a password of your own";

  @Override
  public Map<String, String> start() {
    String url = TestDatabase.emptyDatabase("grant");
    try (Connection owner =
        DriverManager.getConnection(url, TestDatabase.user(), TestDatabase.password())) {
      migrate(url);
      account(owner);
    } catch (SQLException | LiquibaseException e) {
      throw new IllegalStateException("no account that may not change the books", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", url,
        "quarkus.datasource.username", NAME,
        "quarkus.datasource.password", PASSWORD,
        "vouch.migrate", "false");
  }

  private static void migrate(String url) throws SQLException, LiquibaseException {
    try (Connection owner =
            DriverManager.getConnection(url, TestDatabase.user(), TestDatabase.password());
        var liquibase =
            new Liquibase(
                "db/changelog.yaml",
                new ClassLoaderResourceAccessor(),
                new JdbcConnection(owner))) {
      liquibase.update("");
    }
  }

  /** Runs what the page says, and what its queries say. */
  private static void account(Connection owner) throws SQLException, IOException {
    String schema = owner.getCatalog();
    try (Statement statement = owner.createStatement()) {
      statement.execute("drop user if exists '%s'@'%%'".formatted(NAME));
      for (String sql : statements(schema)) {
        List<String> grants = new ArrayList<>();
        if (statement.execute(sql)) {
          try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
              grants.add(rows.getString(1));
            }
          }
        }
        for (String grant : grants) {
          statement.execute(grant);
        }
      }
    }
  }

  private static List<String> statements(String schema) throws IOException {
    return SQL.matcher(Files.readString(PAGE))
        .results()
        .map(block -> block.group(1))
        .map(sql -> sql.replace("vouch_app", NAME))
        .map(sql -> sql.replace("vouch.", schema + ".").replace("'vouch'", "'" + schema + "'"))
        .flatMap(sql -> Pattern.compile(";\\s*\\n").splitAsStream(sql))
        .filter(sql -> !sql.isBlank())
        .toList();
  }

  /** After the one that names the database of the other tests. */
  @Override
  public int order() {
    return 100;
  }

  @Override
  public void stop() {}
}
