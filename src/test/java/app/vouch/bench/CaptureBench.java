package app.vouch.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Captures over HTTP, beside a bare program that writes a capture's rows in one transaction. */
final class CaptureBench {
  private static final Duration FIRST_WARM_UP = Duration.ofSeconds(15);

  private final BenchDatabase database;
  private final Story story;
  private final BenchSettings settings;
  private final Replay replay;

  /** Records a capture, for which the database should hold little. */
  CaptureBench(BenchDatabase database, Story story, BenchSettings settings) throws Exception {
    this.database = database;
    this.story = story;
    this.settings = settings;
    this.replay = Recording.of(database, story::capture);
  }

  /**
   * @param rows what one capture writes, by table
   */
  record Result(String rows, List<Comparison> comparisons) {}

  Result run() throws Exception {
    System.out.println("  the floor writes, in one transaction: " + replay.summary());
    int most = Collections.max(BenchSettings.CALLERS);
    try (ReplayWriters writers = ReplayWriters.open(database, Collections.nCopies(most, replay))) {
      List<Load.Call> callers = Collections.nCopies(most, story::capture);
      Load.run(callers, Duration.ZERO, FIRST_WARM_UP);
      Load.run(writers.all(), Duration.ZERO, settings.measured());
      List<Comparison> comparisons = new ArrayList<>();
      for (int count : BenchSettings.CALLERS) {
        comparisons.add(
            Comparison.measure(
                "capture", callers.subList(0, count), writers.all().subList(0, count), settings));
      }
      return new Result(replay.summary(), comparisons);
    }
  }
}
