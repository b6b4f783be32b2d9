package app.vouch.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A table as the database describes it.
 *
 * @param uniqueIndexes the columns of each, the primary key among them
 */
record Table(
    String name, List<Column> columns, List<String> primaryKey, List<List<String>> uniqueIndexes) {

  /**
   * A column.
   *
   * @param type such as {@code binary} or {@code varchar}
   */
  record Column(String name, String type, boolean autoIncrement) {
    boolean isText() {
      return type.equals("varchar") || type.equals("char");
    }

    boolean isInteger() {
      return type.equals("bigint") || type.equals("int") || type.equals("smallint");
    }

    /** Of an integer, its sign among them. */
    int bits() {
      return switch (type) {
        case "bigint" -> Long.SIZE;
        case "int" -> Integer.SIZE;
        case "smallint" -> Short.SIZE;
        default -> throw new IllegalStateException(name + " is of type " + type);
      };
    }
  }

  int index(String column) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + column));
  }

  /** All tables of the connection's database but Liquibase's, in the order of their names. */
  static List<Table> of(Connection connection) throws SQLException {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    query(
        connection,
        """
        select table_name, column_name, data_type, extra from information_schema.columns
        where table_schema = database() and table_name not like 'DATABASECHANGELOG%'
        order by table_name, ordinal_position""",
        row ->
            columns
                .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                .add(
                    new Column(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4).contains("auto_increment"))));
    Map<String, Map<String, List<String>>> indexes = new LinkedHashMap<>();
    query(
        connection,
        """
        select table_name, index_name, column_name from information_schema.statistics
        where table_schema = database() and non_unique = 0
        order by table_name, index_name, seq_in_index""",
        row ->
            indexes
                .computeIfAbsent(row.getString(1), name -> new LinkedHashMap<>())
                .computeIfAbsent(row.getString(2), name -> new ArrayList<>())
                .add(row.getString(3)));
    return columns.entrySet().stream()
        .map(
            table -> {
              Map<String, List<String>> unique = indexes.getOrDefault(table.getKey(), Map.of());
              return new Table(
                  table.getKey(),
                  List.copyOf(table.getValue()),
                  unique.getOrDefault("PRIMARY", List.of()),
                  List.copyOf(unique.values()));
            })
        .toList();
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private static void query(Connection connection, String sql, Row reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
