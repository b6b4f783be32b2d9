package app.vouch.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Reminders that are all due at once, fired by three replicas on one database, beside a bare
 * program that takes as many rows off a table like theirs and writes what a firing writes.
 */
final class TimerBench {
  static final int REPLICAS = 3;

  /** As many as the floor's connections, and as the replicas have threads for timers. */
  static final int THREADS = 12;

  private static final int TIMERS_PER_SECOND_OF_MEASUREMENT = 150;
  private static final int CALLERS = 8;
  private static final String TASK = "introduction-reminder";
  private static final Duration FIRING_LIMIT = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(10);

  private final BenchDatabase database;
  private final Story story;
  private final VouchServer.Secrets secrets;
  private final Path directory;
  private final BenchSettings settings;
  private final List<Replay> replays;

  /**
   * Records firings, for which the database should hold little.
   *
   * @param secrets of the service that runs on the database already
   * @param directory for the logs of the other replicas
   */
  TimerBench(
      BenchDatabase database,
      Story story,
      VouchServer.Secrets secrets,
      Path directory,
      BenchSettings settings)
      throws Exception {
    this.database = database;
    this.story = story;
    this.secrets = secrets;
    this.directory = directory;
    this.settings = settings;
    introduce(THREADS + 1);
    this.replays =
        Recording.each(
            database,
            () -> {
              try (Connection connection = database.connect()) {
                fire(connection, 1);
              }
            },
            THREADS);
  }

  CaptureBench.Result run() throws Exception {
    String rows = replays.getFirst().summary();
    System.out.println("  the floor writes, in one transaction: " + rows);
    List<VouchServer> replicas = new ArrayList<>();
    try (ReplayWriters writers = ReplayWriters.open(database, replays);
        Connection connection = database.connect()) {
      for (int i = 2; i <= REPLICAS; i++) {
        replicas.add(
            VouchServer.start(database, secrets, directory.resolve("replica-" + i + ".log")));
      }
      createFloor(connection);
      int timers =
          Math.toIntExact(settings.measured().toSeconds() * TIMERS_PER_SECOND_OF_MEASUREMENT);
      introduce(timers);
      fire(connection, timers);
      Comparison comparison = new Comparison("timer", THREADS, List.of());
      for (int round = 1; round <= settings.rounds(); round++) {
        introduce(timers);
        fillFloor(connection, timers);
        comparison =
            comparison.and(
                new Comparison.Pair(fire(connection, timers), takeAll(writers, timers)), settings);
      }
      return new CaptureBench.Result(rows, List.of(comparison));
    } finally {
      replicas.forEach(VouchServer::close);
    }
  }

  private void introduce(int count) throws InterruptedException, ExecutionException {
    Load.times(
        Collections.nCopies(CALLERS, () -> story.introduction()), Math.ceilDiv(count, CALLERS));
  }

  /** Makes so many reminders due and waits until none of them is left. */
  private static Sample fire(Connection connection, int count)
      throws SQLException, InterruptedException {
    int left = waiting(connection) - count;
    long begun = System.nanoTime();
    try (PreparedStatement due =
        connection.prepareStatement(
            """
            update scheduled_tasks set execution_time = timestamp '2020-01-01 00:00:00'
            where task_name = ? and not picked order by execution_time limit ?""")) {
      due.setString(1, TASK);
      due.setInt(2, count);
      if (due.executeUpdate() != count) {
        throw new IllegalStateException("there are not %d reminders to fire".formatted(count));
      }
    }
    while (waiting(connection) > left) {
      if (System.nanoTime() - begun > FIRING_LIMIT.toNanos()) {
        throw new IllegalStateException("reminders are left after " + FIRING_LIMIT);
      }
      Thread.sleep(LOOK);
    }
    return Sample.ofAll(count, Duration.ofNanos(System.nanoTime() - begun));
  }

  private static int waiting(Connection connection) throws SQLException {
    try (PreparedStatement count =
        connection.prepareStatement("select count(*) from scheduled_tasks where task_name = ?")) {
      count.setString(1, TASK);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static void createFloor(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table bench_timer like scheduled_tasks");
    }
  }

  private static void fillFloor(Connection connection, int count) throws SQLException {
    try (PreparedStatement fill =
        connection.prepareStatement(
            "insert into bench_timer select * from scheduled_tasks where task_name = ? limit ?")) {
      fill.setString(1, TASK);
      fill.setInt(2, count);
      fill.executeUpdate();
    }
  }

  private Sample takeAll(ReplayWriters writers, int count)
      throws SQLException, InterruptedException, ExecutionException {
    List<TimerFloor> floors = new ArrayList<>();
    for (ReplayWriter writer : writers.all()) {
      floors.add(new TimerFloor(writer));
    }
    return Sample.ofAll(count, Load.untilNoneIsLeft(floors));
  }
}
