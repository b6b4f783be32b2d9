package app.vouch.bench;

import app.vouch.bench.Snapshot.Change;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the rows that a call writes by comparing the database before and after it. */
final class Recording {
  /**
   * What the service changes outside the call's transaction, now and then: the feed's last
   * position, and when a key was last used.
   */
  private static final Set<String> BACKGROUND = Set.of("event_sequencer", "api_key");

  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(60);
  private static final Duration SETTLED_AFTER = Duration.ofSeconds(3);

  /** The rows of one call, after one that is not looked at. */
  static Replay of(BenchDatabase database, Load.Call call) throws Exception {
    return each(database, call, 1).getFirst();
  }

  /**
   * The rows of so many calls, one by one, after one that is not looked at: each changes rows of
   * its own, so that writers who repeat them side by side do not wait for one another.
   */
  static List<Replay> each(BenchDatabase database, Load.Call call, int calls) throws Exception {
    try (Connection connection = database.connect()) {
      List<Table> tables = Table.of(connection);
      call.make();
      settle(connection);
      Snapshot before = Snapshot.take(connection, tables);
      List<Replay> recorded = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        call.make();
        settle(connection);
        Snapshot after = Snapshot.take(connection, tables);
        List<Change> changes =
            before.changesTo(after).stream()
                .filter(change -> !BACKGROUND.contains(change.table().name()))
                .toList();
        recorded.add(Replay.of(before, changes));
        before = after;
      }
      return recorded;
    }
  }

  /** Until every event has its position, which it gets after the commit. */
  private static void settle(Connection connection) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + SETTLE_LIMIT.toNanos();
    while (unpositioned(connection) > 0) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("events without a position after " + SETTLE_LIMIT);
      }
      Thread.sleep(100);
    }
    Thread.sleep(SETTLED_AFTER);
  }

  private static long unpositioned(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from event where position is null")) {
      row.next();
      return row.getLong(1);
    }
  }

  private Recording() {}
}
