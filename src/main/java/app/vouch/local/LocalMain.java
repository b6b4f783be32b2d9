package app.vouch.local;

import app.vouch.platform.config.GivenSettings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts the program on the database that {@code VOUCH_DB_URL} (or {@code
 * quarkus.datasource.jdbc.url}) names, else on an embedded server whose data is in {@code
 * VOUCH_DATA_DIR}. Ends with status 2 and a message when there is neither.
 */
@QuarkusMain
public final class LocalMain {

  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final String USER = "quarkus.datasource.username";
  private static final String PASSWORD = "quarkus.datasource.password";
  private static final String EMBEDDED = "vouch.embedded-database";

  /** Set where a key was made for this machine; the welcome text shows it. */
  static final String DEVELOPMENT_KEY = "vouch.development-api-key";

  private static final int CANNOT_START = 2;

  private static @Nullable EmbeddedDatabase embedded;

  public static void main(String... args) {
    try {
      if (givenUrl() == null) {
        System.setProperty(EMBEDDED, "true");
      }
      var settings = GivenSettings.read();
      refuse(settings.faults());
      provideDatabase(settings.isProduction());
      if (!settings.migrate().equals("false")) {
        DatabaseAnswer.require(url(), user(), password());
      }
      if (settings.migrate().equals("only")) {
        migrate();
        return;
      }
      if (settings.isProduction()) {
        System.setProperty("quarkus.smallrye-graphql.ui.enabled", "false");
      }
    } catch (StartRefused refusal) {
      System.err.println("vouch: " + refusal.getMessage());
      System.exit(CANNOT_START);
    }
    Migrations.tellTheLog();
    Quarkus.run(args);
  }

  private static void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new StartRefused("these settings are refused:\n  " + String.join("\n  ", faults));
    }
  }

  private static void migrate() {
    try {
      MigrateOnly.run(url(), user(), password());
    } finally {
      stopEmbeddedDatabase();
    }
  }

  private static String url() {
    return orElse(System.getProperty(URL), "");
  }

  private static String user() {
    return orElse(System.getProperty(USER), orElse(System.getenv("VOUCH_DB_USER"), ""));
  }

  private static String password() {
    return orElse(System.getProperty(PASSWORD), orElse(System.getenv("VOUCH_DB_PASSWORD"), ""));
  }

  private static synchronized void provideDatabase(boolean production) {
    var given = givenUrl();
    if (given != null) {
      System.setProperty(URL, new JdbcUrl(given).withDefaults().text());
      return;
    }
    var directory = Path.of(orElse(System.getenv("VOUCH_DATA_DIR"), "data")).toAbsolutePath();
    var database = EmbeddedDatabase.start(directory);
    embedded = database;
    System.out.printf(
        "vouch: MariaDB %s on 127.0.0.1:%d, data in %s%n",
        MariaDbProgram.VERSION, database.port(), directory);
    System.setProperty(URL, database.url());
    System.setProperty(USER, database.user());
    System.setProperty(PASSWORD, database.password());
    if (!production && orElse(System.getenv("VOUCH_BOOTSTRAP_API_KEY"), "").isEmpty()) {
      String key = DevelopmentKey.in(directory);
      System.setProperty("vouch.bootstrap-api-key", key);
      System.setProperty(DEVELOPMENT_KEY, key);
    }
  }

  /** The properties go too: in development mode main runs again in the same process. */
  static synchronized void stopEmbeddedDatabase() {
    var database = embedded;
    if (database == null) {
      return;
    }
    embedded = null;
    System.clearProperty(URL);
    System.clearProperty(USER);
    System.clearProperty(PASSWORD);
    System.clearProperty(EMBEDDED);
    database.close();
  }

  private static @Nullable String givenUrl() {
    for (var url :
        new @Nullable String[] {
          System.getProperty(URL),
          System.getenv("QUARKUS_DATASOURCE_JDBC_URL"),
          System.getenv("VOUCH_DB_URL")
        }) {
      if (url != null && !url.isBlank()) {
        return url.trim();
      }
    }
    return null;
  }

  private static String orElse(@Nullable String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }
}
