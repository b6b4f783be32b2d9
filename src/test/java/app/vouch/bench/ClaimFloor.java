package app.vouch.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes deliveries out of the queue as the service does, over one connection, and sends none. */
final class ClaimFloor {
  private static final int BATCH = 50;

  private final Connection connection;

  ClaimFloor(Connection connection) {
    this.connection = connection;
  }

  /** Claims per second until nothing is left. */
  double drain() throws SQLException {
    long began = System.nanoTime();
    int claimed = 0;
    connection.setAutoCommit(false);
    try {
      for (int batch = claim(); batch > 0; batch = claim()) {
        claimed += batch;
      }
    } finally {
      connection.setAutoCommit(true);
    }
    return claimed / ((System.nanoTime() - began) / 1e9);
  }

  private int claim() throws SQLException {
    List<byte[]> due = due();
    if (!due.isEmpty()) {
      String ids = String.join(",", Collections.nCopies(due.size(), "?"));
      update("delete from wh_ready where delivery_id in (" + ids + ")", due);
      update(
          """
          insert into wh_sending (delivery_id, tenant_id, endpoint_id, claim_id, lease_until)
          select id, tenant_id, endpoint_id, id, date_add(utc_timestamp(6), interval 60 second)
          from delivery where id in ("""
              + ids
              + ")",
          due);
      update(
          """
          update delivery set state = 'SENDING', updated_at = utc_timestamp(6),
            version = version + 1 where id in ("""
              + ids
              + ")",
          due);
    }
    connection.commit();
    return due.size();
  }

  private List<byte[]> due() throws SQLException {
    List<byte[]> due = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select delivery_id from wh_ready where due_at <= utc_timestamp(6)
            order by due_at limit ? for update skip locked""")) {
      query.setInt(1, BATCH);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          due.add(rows.getBytes(1));
        }
      }
    }
    return due;
  }

  private void update(String sql, List<byte[]> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < ids.size(); i++) {
        statement.setBytes(i + 1, ids.get(i));
      }
      statement.executeUpdate();
    }
  }
}
