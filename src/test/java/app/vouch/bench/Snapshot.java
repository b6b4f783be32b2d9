package app.vouch.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every row of a database at one moment, for databases of some thousand rows.
 *
 * @param rows of each table, by the primary key's text; values are {@code byte[]}, {@code String},
 *     {@code LocalDateTime}, {@code Boolean} or numbers
 */
record Snapshot(Map<Table, Map<String, @Nullable Object[]>> rows) {

  /**
   * A row that is new, or that was changed.
   *
   * @param before null for a new row
   */
  record Change(Table table, @Nullable Object @Nullable [] before, @Nullable Object[] after) {}

  static Snapshot take(Connection connection, List<Table> tables) throws SQLException {
    Map<Table, Map<String, @Nullable Object[]>> rows = new LinkedHashMap<>();
    for (Table table : tables) {
      rows.put(table, rows(connection, table));
    }
    return new Snapshot(rows);
  }

  /** In the order of the tables' names. */
  List<Change> changesTo(Snapshot later) {
    List<Change> changes = new ArrayList<>();
    later.rows.forEach(
        (table, after) -> {
          Map<String, @Nullable Object[]> before = rows.getOrDefault(table, Map.of());
          after.forEach(
              (key, row) -> {
                @Nullable Object[] known = before.get(key);
                if (known == null || !Arrays.deepEquals(known, row)) {
                  changes.add(new Change(table, known, row));
                }
              });
        });
    return changes;
  }

  private static Map<String, @Nullable Object[]> rows(Connection connection, Table table)
      throws SQLException {
    String columns =
        table.columns().stream().map(c -> "`" + c.name() + "`").collect(Collectors.joining(", "));
    Map<String, @Nullable Object[]> found = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select " + columns + " from `" + table.name() + "`")) {
      while (row.next()) {
        @Nullable Object[] values = new Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = value(row, i + 1, table.columns().get(i).type());
        }
        found.put(key(table, values), values);
      }
    }
    return found;
  }

  private static @Nullable Object value(ResultSet row, int column, String type)
      throws SQLException {
    return switch (type) {
      case "binary", "varbinary", "blob", "mediumblob", "longblob" -> row.getBytes(column);
      case "datetime", "timestamp" -> row.getObject(column, LocalDateTime.class);
      default -> row.getObject(column);
    };
  }

  private static String key(Table table, @Nullable Object[] row) {
    return table.primaryKey().stream()
        .map(column -> row[table.index(column)])
        .map(
            value ->
                value instanceof byte[] bytes
                    ? HexFormat.of().formatHex(bytes)
                    : String.valueOf(value))
        .collect(Collectors.joining("|"));
  }
}
