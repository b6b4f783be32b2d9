package app.vouch;

import static org.awaitility.Awaitility.await;

import app.vouch.shared.IdType;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Every row that a tenant has in the database, to see that nothing was changed. */
public final class TenantRows {

  /** Each table's rows, in order; tables that hold none of the tenant's are left out. */
  public static Map<String, List<String>> of(String tenantId) throws SQLException {
    UUID tenant = IdType.TENANT.inPath(tenantId);
    byte[] key =
        ByteBuffer.allocate(Long.BYTES * 2)
            .putLong(tenant.getMostSignificantBits())
            .putLong(tenant.getLeastSignificantBits())
            .array();
    Map<String, List<String>> rows = new TreeMap<>();
    try (Connection connection =
        DriverManager.getConnection(
            TestDatabase.url(), TestDatabase.user(), TestDatabase.password())) {
      for (String table : tables(connection)) {
        List<String> found = rows(connection, table, key);
        if (!found.isEmpty()) {
          rows.put(table, found);
        }
      }
    }
    return rows;
  }

  /** The same, once what was begun before has come to its end. */
  public static Map<String, List<String>> settled(String tenantId) {
    Deque<Map<String, List<String>>> seen = new ArrayDeque<>();
    await()
        .pollInterval(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              Map<String, List<String>> present = of(tenantId);
              boolean rests = present.equals(seen.peekLast());
              seen.addLast(present);
              return rests;
            });
    return seen.getLast();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                """
                select table_name from information_schema.columns
                where table_schema = database() and column_name = 'tenant_id'""")) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
    return tables;
  }

  private static List<String> rows(Connection connection, String table, byte[] tenant)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement("select * from `" + table + "` where tenant_id = ?")) {
      query.setBytes(1, tenant);
      try (ResultSet found = query.executeQuery()) {
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
          StringBuilder row = new StringBuilder();
          for (int i = 1; i <= columns; i++) {
            row.append(found.getMetaData().getColumnName(i)).append('=');
            row.append(found.getString(i)).append(' ');
          }
          rows.add(row.toString());
        }
      }
    }
    rows.sort(null);
    return rows;
  }

  private TenantRows() {}
}
