package app.vouch.bench;

import app.vouch.shared.Uuid7;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Deliveries that become due all at once, as the service writes them. */
final class DeliveryBacklog {
  private static final int BATCH = 500;

  private final Connection connection;
  private final Uuid7 ids = new Uuid7(Clock.systemUTC());

  DeliveryBacklog(Connection connection) {
    this.connection = connection;
  }

  /** A body as the service stores it. */
  byte[] body() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select body from event order by recorded_no limit 1")) {
      row.next();
      return row.getBytes(1);
    }
  }

  /**
   * So many, evenly over all endpoints.
   *
   * @param due from now on
   * @throws IllegalStateException when they became due before all were written
   */
  void write(int deliveries, Duration due) throws SQLException {
    Instant at = Instant.now().plus(due);
    insert(deliveries, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    if (!due.isZero() && Instant.now().isAfter(at)) {
      throw new IllegalStateException(
          "%d deliveries were not written within %s".formatted(deliveries, due));
    }
  }

  private void insert(int deliveries, LocalDateTime due) throws SQLException {
    List<byte[][]> endpoints = endpoints();
    byte[] body = body();
    connection.setAutoCommit(false);
    try (PreparedStatement event =
            connection.prepareStatement(
                """
                insert into event (id, tenant_id, type, resource_type, resource_id, sequence,
                  recorded_at, body) values (?, ?, 'referral.captured', 'referral', ?, 1, utc_timestamp(6), ?)""");
        PreparedStatement delivery =
            connection.prepareStatement(
                """
                insert into delivery (id, tenant_id, endpoint_id, event_id, event_type, resource_id,
                  sequence, state, tries, attempts, version, created_at, updated_at)
                values (?, ?, ?, ?, 'referral.captured', ?, 1, 'SCHEDULED', 0, 0, 1, utc_timestamp(6),
                  utc_timestamp(6))""");
        PreparedStatement ready =
            connection.prepareStatement(
                """
                insert into wh_ready (delivery_id, tenant_id, endpoint_id, band, due_at)
                values (?, ?, ?, 'FIRST', ?)""")) {
      for (int i = 0; i < deliveries; ) {
        byte[] eventId = bytes(ids.next());
        byte[] resource = bytes(ids.next());
        byte[] tenant = endpoints.getFirst()[1];
        set(event, eventId, tenant, resource, body);
        for (byte[][] endpoint : endpoints) {
          if (i++ < deliveries) {
            byte[] id = bytes(ids.next());
            set(delivery, id, tenant, endpoint[0], eventId, resource);
            ready.setObject(4, due);
            set(ready, id, tenant, endpoint[0]);
          }
        }
        if (i % BATCH < endpoints.size() || i >= deliveries) {
          event.executeBatch();
          delivery.executeBatch();
          ready.executeBatch();
          connection.commit();
        }
      }
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private List<byte[][]> endpoints() throws SQLException {
    List<byte[][]> endpoints = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select id, tenant_id from webhook_endpoint")) {
      while (row.next()) {
        endpoints.add(new byte[][] {row.getBytes(1), row.getBytes(2)});
      }
    }
    return endpoints;
  }

  private static void set(PreparedStatement statement, byte[]... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setBytes(i + 1, values[i]);
    }
    statement.addBatch();
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
