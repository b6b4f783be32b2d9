package app.vouch.bench;

import app.vouch.bench.Snapshot.Change;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Captures over HTTP, beside a bare program that writes a capture's rows in one transaction. */
final class CaptureBench {
  /**
   * What the service changes outside the capture's transaction, now and then: the feed's last
   * position, and when a key was last used.
   */
  private static final Set<String> BACKGROUND = Set.of("event_sequencer", "api_key");

  private static final Duration FIRST_WARM_UP = Duration.ofSeconds(15);
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(60);
  private static final Duration SETTLED_AFTER = Duration.ofSeconds(3);

  private final BenchDatabase database;
  private final Story story;
  private final BenchSettings settings;

  CaptureBench(BenchDatabase database, Story story, BenchSettings settings) {
    this.database = database;
    this.story = story;
    this.settings = settings;
  }

  /**
   * @param rows what one capture writes, by table
   */
  record Result(String rows, List<Comparison> comparisons) {}

  Result run() throws Exception {
    Replay replay = rowsOfOneCapture();
    System.out.println("  the floor writes, in one transaction: " + replay.summary());
    int most = Collections.max(BenchSettings.CALLERS);
    List<ReplayWriter> writers = new ArrayList<>();
    try {
      for (int i = 0; i < most; i++) {
        writers.add(new ReplayWriter(database.connect(), replay));
      }
      List<Load.Call> callers = Collections.nCopies(most, story::capture);
      Load.run(callers, Duration.ZERO, FIRST_WARM_UP);
      Load.run(writers, Duration.ZERO, settings.measured());
      List<Comparison> comparisons = new ArrayList<>();
      for (int count : BenchSettings.CALLERS) {
        comparisons.add(
            Comparison.measure(
                "capture", callers.subList(0, count), writers.subList(0, count), settings));
      }
      return new Result(replay.summary(), comparisons);
    } finally {
      for (ReplayWriter writer : writers) {
        writer.close();
      }
    }
  }

  private Replay rowsOfOneCapture() throws Exception {
    try (Connection connection = database.connect()) {
      List<Table> tables = Table.of(connection);
      story.capture();
      settle(connection);
      Snapshot before = Snapshot.take(connection, tables);
      story.capture();
      settle(connection);
      List<Change> changes =
          before.changesTo(Snapshot.take(connection, tables)).stream()
              .filter(change -> !BACKGROUND.contains(change.table().name()))
              .toList();
      return Replay.of(before, changes);
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
}
