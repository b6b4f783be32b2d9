package app.vouch.local;

import com.mysql.cj.jdbc.Driver;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/** Brings the schema up to date and ends: what {@code VOUCH_MIGRATE=only} asks for. */
final class MigrateOnly {
  private static final String CHANGELOG = "db/changelog.yaml";
  private static final int STUCK_AFTER_MINUTES = 10;

  /**
   * @throws StartRefused when the database does not answer or a changeset fails
   */
  static void run(String url, String user, String password) {
    Properties account = new Properties();
    account.setProperty("user", user);
    account.setProperty("password", password);
    try (Connection connection = new Driver().connect(url, account)) {
      Database database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      try (Liquibase liquibase =
          new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(), database)) {
        if (lockIsStuck(connection)) {
          System.out.printf(
              "vouch: releasing a migration lock older than %d minutes%n", STUCK_AFTER_MINUTES);
          liquibase.forceReleaseLocks();
        }
        liquibase.update("");
      }
    } catch (SQLException | LiquibaseException e) {
      throw new StartRefused("the schema cannot be migrated: " + e.getMessage(), e);
    }
    System.out.println("vouch: the schema is up to date");
  }

  private static boolean lockIsStuck(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from DATABASECHANGELOGLOCK where LOCKED = 1 and LOCKGRANTED < now() - interval "
                    + STUCK_AFTER_MINUTES
                    + " minute")) {
      return rows.next() && rows.getInt(1) > 0;
    } catch (SQLException noLockTableYet) {
      return false;
    }
  }

  private MigrateOnly() {}
}
