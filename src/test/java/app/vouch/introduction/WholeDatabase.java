package app.vouch.introduction;

import app.vouch.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Looks for a text in every column that could hold one. */
final class WholeDatabase {

  /** The columns in which a text stands, as {@code table.column}, in order. */
  static List<String> columnsWith(String text) throws SQLException {
    String bytes = HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
    List<String> found = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                TestDatabase.url(), TestDatabase.user(), TestDatabase.password());
        Statement statement = connection.createStatement()) {
      for (Column column : columns(statement)) {
        String search =
            "select count(*) from `%s` where hex(`%s`) like '%%%s%%'"
                .formatted(column.table, column.name, bytes);
        try (ResultSet count = statement.executeQuery(search)) {
          count.next();
          if (count.getLong(1) > 0) {
            found.add(column.table + "." + column.name);
          }
        }
      }
    }
    return found;
  }

  private record Column(String table, String name) {}

  private static List<Column> columns(Statement statement) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select table_name, column_name from information_schema.columns
            where table_schema = database()
              and (data_type like '%char' or data_type like '%text' or data_type like '%blob'
                or data_type like '%binary' or data_type = 'json')
            order by table_name, column_name""")) {
      while (rows.next()) {
        columns.add(new Column(rows.getString(1), rows.getString(2)));
      }
    }
    return columns;
  }

  private WholeDatabase() {}
}
