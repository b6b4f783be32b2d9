package app.vouch.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Connectors who say yes on their page, beside a bare program that writes the rows of a yes in one
 * transaction. Each page serves once and takes no answer in its first two seconds, so pages are
 * opened before a measurement, which then is of so many answers rather than of a time.
 */
final class OptInBench {
  static final List<Integer> CALLERS = List.of(1, 8);

  /** With one caller the aim says nothing of writes. */
  private static final int MOST = Collections.max(CALLERS);

  private static final int ANSWERS_PER_SECOND_OF_MEASUREMENT = 100;
  private static final int WARM_UP_ANSWERS = 800;
  private static final Duration READABLE = Duration.ofMillis(2_200);

  private final BenchDatabase database;
  private final Story story;
  private final BenchSettings settings;
  private final Queue<Story.OpenPage> pages = new ConcurrentLinkedQueue<>();
  private final List<Replay> replays;

  /** Records answers, for which the database should hold little. */
  OptInBench(BenchDatabase database, Story story, BenchSettings settings) throws Exception {
    this.database = database;
    this.story = story;
    this.settings = settings;
    open(MOST + 1);
    this.replays = Recording.each(database, this::answer, MOST);
  }

  CaptureBench.Result run() throws Exception {
    String rows = replays.getFirst().summary();
    System.out.println("  the floor writes, in one transaction: " + rows);
    open(WARM_UP_ANSWERS);
    Load.times(Collections.nCopies(MOST, this::answer), WARM_UP_ANSWERS / MOST);
    try (ReplayWriters writers = ReplayWriters.open(database, replays)) {
      List<Comparison> comparisons = new ArrayList<>();
      for (int callers : CALLERS) {
        comparisons.add(compare(callers, writers.all().subList(0, callers)));
      }
      return new CaptureBench.Result(rows, comparisons);
    }
  }

  private Comparison compare(int callers, List<ReplayWriter> floor) throws Exception {
    int each =
        Math.toIntExact(
            settings.measured().toSeconds() * ANSWERS_PER_SECOND_OF_MEASUREMENT / callers);
    Comparison comparison = new Comparison("opt-in", callers, List.of());
    for (int round = 1; round <= settings.rounds(); round++) {
      open(callers * each);
      comparison =
          comparison.and(
              new Comparison.Pair(
                  Load.times(Collections.nCopies(callers, this::answer), each),
                  Load.times(floor, each)),
              settings);
    }
    return comparison;
  }

  /** Opens so many pages, side by side, and waits until they take answers. */
  private void open(int count) throws Exception {
    Load.times(
        Collections.nCopies(MOST, () -> pages.add(story.openOptIn())), Math.ceilDiv(count, MOST));
    Thread.sleep(READABLE);
  }

  private void answer() throws IOException {
    story.sayYes(pages.remove());
  }
}
