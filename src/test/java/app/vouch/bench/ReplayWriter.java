package app.vouch.bench;

import app.vouch.bench.Replay.Statement;
import app.vouch.bench.Replay.Value;
import app.vouch.shared.Uuid7;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Replay} over a connection of its own, one transaction for each call. */
final class ReplayWriter implements Load.Call, AutoCloseable {
  /** Ids of the same kind as the service's: they are appended to the index, not put among it. */
  private static final Uuid7 IDS = new Uuid7(Clock.systemUTC());

  /** Counted from the middle of what a column holds: above what the service gives. */
  private static final AtomicLong NUMBERS = new AtomicLong();

  private static final AtomicLong TEXTS = new AtomicLong();
  private static final int RADIX = 36;

  private final Connection connection;
  private final List<Prepared> statements = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom();
  private final Map<Integer, byte[]> made = new HashMap<>();

  private record Prepared(PreparedStatement statement, List<Value> values) {}

  ReplayWriter(Connection connection, Replay replay) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    for (Statement statement : replay.statements()) {
      statements.add(
          new Prepared(connection.prepareStatement(statement.sql()), statement.values()));
    }
  }

  @Override
  public void make() throws SQLException {
    made.clear();
    for (Prepared prepared : statements) {
      for (int i = 0; i < prepared.values().size(); i++) {
        prepared.statement().setObject(i + 1, fresh(prepared.values().get(i)));
      }
      prepared.statement().executeUpdate();
    }
    connection.commit();
  }

  /** A statement of the next transaction. */
  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  void commit() throws SQLException {
    connection.commit();
  }

  private @Nullable Object fresh(Value value) {
    return switch (value) {
      case Value.Same(Object same) -> same;
      case Value.Id(int number) -> made.computeIfAbsent(number, n -> bytes(IDS.next()));
      case Value.Bytes(int number, int length) -> made.computeIfAbsent(number, n -> bytes(length));
      case Value.Text(String model) -> unlike(model, TEXTS.incrementAndGet());
      case Value.Number(int bits) -> (1L << (bits - 2)) + NUMBERS.incrementAndGet();
    };
  }

  /** The model with its end replaced by a number, which no other call gets. */
  static String unlike(String model, long number) {
    String end = "~" + Long.toString(number, RADIX);
    return model.substring(0, Math.max(0, model.length() - end.length())) + end;
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(Long.BYTES * 2)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
