package app.vouch.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A Connector/J URL, completed with the connection parameters that Vouch relies on.
 *
 * @param text starts with {@code jdbc:mysql:}; anything else is refused with {@link StartRefused}
 */
public record JdbcUrl(String text) {

  private static final List<Map.Entry<String, String>> DEFAULTS =
      List.of(
          Map.entry("sessionVariables", "innodb_lock_wait_timeout=5"),
          Map.entry("connectTimeout", "10000"),
          Map.entry("connectionTimeZone", "UTC"),
          Map.entry("forceConnectionTimeZoneToSession", "true"),
          Map.entry("useServerPrepStmts", "true"),
          Map.entry("cachePrepStmts", "true"),
          Map.entry("prepStmtCacheSize", "500"),
          Map.entry("prepStmtCacheSqlLimit", "4096"),
          // Without rewriteBatchedStatements: it prepares anew for every batch, and most have one
          // row.
          Map.entry("useLocalSessionState", "true"),
          Map.entry("cacheServerConfiguration", "true"),
          // The driver's own spans would repeat those of the application, and a connection before
          // Quarkus runs would claim the one global telemetry object: Quarkus then does not start.
          Map.entry("openTelemetry", "DISABLED"));

  public JdbcUrl {
    if (!text.startsWith("jdbc:mysql:")) {
      // Only the scheme: the rest may hold a password.
      throw new StartRefused(
          "the database URL must start with jdbc:mysql:, but starts with "
              + text.substring(0, Math.max(0, text.indexOf("//")))
              + "\nExample: jdbc:mysql://db.example.com:3306/vouch");
    }
  }

  /** Adds what Vouch relies on, except the parameters that the URL already sets. */
  public JdbcUrl withDefaults() {
    var names = parameterNames();
    var missing =
        DEFAULTS.stream()
            .filter(parameter -> !names.contains(parameter.getKey().toLowerCase(Locale.ROOT)))
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .toList();
    return with(String.join("&", missing));
  }

  /** Adds {@code name=value[&name=value]}. */
  public JdbcUrl with(String parameters) {
    if (parameters.isEmpty()) {
      return this;
    }
    if (text.endsWith("?") || text.endsWith("&")) {
      return new JdbcUrl(text + parameters);
    }
    return new JdbcUrl(text + (text.contains("?") ? "&" : "?") + parameters);
  }

  /** The same server and parameters, another database. */
  public JdbcUrl withDatabase(String name) {
    int query = text.indexOf('?');
    var server = query < 0 ? text : text.substring(0, query);
    var parameters = query < 0 ? "" : text.substring(query);
    int path = server.indexOf('/', server.indexOf("//") + 2);
    return new JdbcUrl((path < 0 ? server : server.substring(0, path)) + "/" + name + parameters);
  }

  private List<String> parameterNames() {
    var names = new ArrayList<String>();
    int query = text.indexOf('?');
    if (query >= 0) {
      for (var parameter : text.substring(query + 1).split("&", -1)) {
        names.add(parameter.split("=", 2)[0].trim().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
