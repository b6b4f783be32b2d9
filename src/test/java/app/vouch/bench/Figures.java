package app.vouch.bench;

import java.util.List;
import java.util.Locale;

/** The measured figures as tables, each with its aim. */
final class Figures {
  static final double LEAST_RATE = 0.5;
  static final double MOST_START = 1.3;

  /** With one caller the aim says nothing of captures. */
  static final int CAPTURE_AIM_FROM = 8;

  static String captures(List<Comparison> comparisons) {
    return rates(comparisons, CAPTURE_AIM_FROM);
  }

  /** No aim is set for these. */
  static String optIns(List<Comparison> comparisons) {
    return rates(comparisons, Integer.MAX_VALUE);
  }

  static String timers(List<Comparison> comparisons) {
    MarkdownTable table = new MarkdownTable("", "fired /s", "floor /s", "ratio");
    for (Comparison c : comparisons) {
      table.row(
          "due timers, %d replicas".formatted(TimerBench.REPLICAS),
          number(c.service().perSecond(), 0),
          number(c.floor().perSecond(), 0),
          number(c.ratio(), 2));
    }
    return table.toString();
  }

  static String reads(List<Comparison> comparisons) {
    return rates(comparisons, 1);
  }

  private static String rates(List<Comparison> comparisons, int aimFrom) {
    MarkdownTable table =
        new MarkdownTable(
            "",
            "callers",
            "/s",
            "p50 ms",
            "p99 ms",
            "floor /s",
            "floor p50",
            "floor p99",
            "ratio",
            "aim ≥ 0.50");
    for (Comparison c : comparisons) {
      Sample service = c.service();
      Sample floor = c.floor();
      table.row(
          c.what(),
          Integer.toString(c.callers()),
          number(service.perSecond(), 0),
          number(service.p50(), 1),
          number(service.p99(), 1),
          number(floor.perSecond(), 0),
          number(floor.p50(), 1),
          number(floor.p99(), 1),
          number(c.ratio(), 2),
          c.callers() < aimFrom ? "none" : verdict(c.ratio() >= LEAST_RATE));
    }
    return table.toString();
  }

  static String starts(List<StartBench.Pair> pairs) {
    MarkdownTable table = new MarkdownTable("", "Vouch", "empty", "ratio", "aim ≤ 1.30");
    double time = Sample.median(pairs, StartBench.Pair::ratioOfTime);
    table.row(
        "start to the first 200, ms",
        number(Sample.median(pairs, p -> p.service().millis()), 0),
        number(Sample.median(pairs, p -> p.empty().millis()), 0),
        number(time, 2),
        verdict(time <= MOST_START));
    double memory = Sample.median(pairs, StartBench.Pair::ratioOfMemory);
    if (!Double.isNaN(memory)) {
      table.row(
          "resident memory at rest, MB",
          number(Sample.median(pairs, p -> p.service().megabytes()), 0),
          number(Sample.median(pairs, p -> p.empty().megabytes()), 0),
          number(memory, 2),
          verdict(memory <= MOST_START));
    }
    return table.toString();
  }

  private static String verdict(boolean met) {
    return met ? "met" : "missed";
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private Figures() {}
}
