package app.vouch.incentive.proof;

import app.vouch.TestDatabase;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One column of one row, changed by as little as may be, behind the service's back, until it is
 * closed.
 */
final class TamperedRow implements AutoCloseable {
  private final Connection database;
  private final String statement;
  private final Object before;
  private final Object after;
  private final List<Object> key;

  /**
   * @param keys the table's primary key
   * @param where which row, beside the tenant's
   */
  TamperedRow(UUID tenant, String table, List<String> keys, String column, String where)
      throws SQLException {
    database =
        DriverManager.getConnection(
            TestDatabase.url(), TestDatabase.user(), TestDatabase.password());
    List<Object> found = new ArrayList<>();
    Object value;
    try (PreparedStatement query =
        database.prepareStatement(
            "select %s, %s from %s where tenant_id = ? and %s is not null and %s order by 2 desc limit 1"
                .formatted(column, String.join(", ", keys), table, column, where))) {
      query.setBytes(1, bytes(tenant));
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new AssertionError("no row of %s has a %s".formatted(table, column));
        }
        value = row.getObject(1);
        for (int i = 0; i < keys.size(); i++) {
          found.add(row.getObject(i + 2));
        }
      }
    }
    before = value;
    after = changed(value);
    statement =
        "update %s set %s = ? where %s"
            .formatted(table, column, String.join(" = ? and ", keys) + " = ?");
    key = found;
    int place = keys.indexOf(column);
    List<Object> keyBefore = new ArrayList<>(key);
    write(after, keyBefore);
    if (place >= 0) {
      key.set(place, after);
    }
  }

  private static Object changed(Object value) {
    return switch (value) {
      case byte[] bytes -> {
        byte[] other = bytes.clone();
        other[other.length - 1] ^= 1;
        yield other;
      }
      case String text ->
          text.substring(0, text.length() - 1) + (char) (text.charAt(text.length() - 1) ^ 1);
      case Integer number -> number + 1;
      case Long number -> number + 1_000;
      case LocalDateTime time -> time.plusNanos(1_000);
      case java.sql.Date day -> java.sql.Date.valueOf(day.toLocalDate().plusDays(1));
      default -> throw new AssertionError("no way to change a " + value.getClass());
    };
  }

  private void write(Object value, List<Object> row) throws SQLException {
    try (PreparedStatement update = database.prepareStatement(statement)) {
      update.setObject(1, value);
      for (int i = 0; i < row.size(); i++) {
        update.setObject(i + 2, row.get(i));
      }
      if (update.executeUpdate() != 1) {
        throw new AssertionError(statement + " changed no row");
      }
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  @Override
  public String toString() {
    return "%s: %s instead of %s".formatted(statement, after, before);
  }

  /** As it was. */
  @Override
  public void close() throws SQLException {
    try (database) {
      write(before, key);
    }
  }
}
