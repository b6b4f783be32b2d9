package app.vouch.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL for queues and books, on the open transaction's connection. It knows no tenant:
 * statements name it themselves. A collection fills a list of marks; a duration is given in
 * microseconds; an enum by its name.
 */
@ApplicationScoped
public class Sql {

  /** Reads one row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  /** A row, with the types that our columns have. */
  public record Row(ResultSet columns) {
    public UUID id(String column) throws SQLException {
      return uuid(columns.getBytes(column));
    }

    public @Nullable UUID idOrNull(String column) throws SQLException {
      byte[] bytes = columns.getBytes(column);
      return bytes == null ? null : uuid(bytes);
    }

    public byte[] bytes(String column) throws SQLException {
      return columns.getBytes(column);
    }

    public byte @Nullable [] bytesOrNull(String column) throws SQLException {
      return columns.getBytes(column);
    }

    public String text(String column) throws SQLException {
      return columns.getString(column);
    }

    public long number(String column) throws SQLException {
      return columns.getLong(column);
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
      long number = columns.getLong(column);
      return columns.wasNull() ? null : number;
    }

    /** Exact, whatever the database makes of a sum. */
    public BigDecimal decimal(String column) throws SQLException {
      return columns.getBigDecimal(column);
    }

    public Instant time(String column) throws SQLException {
      return columns.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    public @Nullable Instant timeOrNull(String column) throws SQLException {
      LocalDateTime time = columns.getObject(column, LocalDateTime.class);
      return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
  }

  private final DataSource database;

  Sql(DataSource database) {
    this.database = database;
  }

  /** The number of rows that the statement changed. */
  public int update(String sql, @Nullable Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused a statement: " + e.getMessage(), e);
    }
  }

  /**
   * Inserts rows with one statement.
   *
   * @param start up to and with {@code values}
   * @param row the marks of one row, such as {@code (?, ?, utc_timestamp(6))}
   */
  public void insert(String start, String row, List<? extends List<?>> rows) {
    insert(start, row, "", rows);
  }

  /**
   * @param end what follows the rows, such as {@code on duplicate key update …}
   */
  public void insert(String start, String row, String end, List<? extends List<?>> rows) {
    if (!rows.isEmpty()) {
      String marks = Stream.generate(() -> row).limit(rows.size()).collect(Collectors.joining(","));
      update(start + ' ' + marks + ' ' + end, rows.stream().flatMap(List::stream).toArray());
    }
  }

  public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      Row row = new Row(result);
      while (result.next()) {
        rows.add(reader.read(row));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused a query: " + e.getMessage(), e);
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object[] parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(expand(sql, parameters));
    int place = 1;
    for (Object parameter : parameters) {
      if (parameter instanceof Collection<?> many) {
        for (Object one : many) {
          statement.setObject(place++, value(one));
        }
      } else {
        statement.setObject(place++, value(parameter));
      }
    }
    return statement;
  }

  /** A mark that stands for a collection becomes as many marks as it has members. */
  private static String expand(String sql, @Nullable Object[] parameters) {
    StringBuilder text = new StringBuilder(sql.length());
    int next = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '?' && parameters[next++] instanceof Collection<?> many) {
        text.append(many.stream().map(one -> "?").collect(Collectors.joining(",")));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static @Nullable Object value(@Nullable Object parameter) {
    return switch (parameter) {
      case UUID id -> bytes(id);
      case Instant time -> LocalDateTime.ofInstant(time, ZoneOffset.UTC);
      case Duration time -> time.toNanos() / 1_000;
      case Enum<?> constant -> constant.name();
      case null, default -> parameter;
    };
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
