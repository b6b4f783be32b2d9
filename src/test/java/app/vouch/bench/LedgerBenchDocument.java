package app.vouch.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The document of a run of {@link LedgerBench}. */
final class LedgerBenchDocument {
  static final Path FILE = Path.of("src", "docs", "benchmarks-ledger.md");

  private static final double AIM_ONE = 1 / 2d;
  private static final double AIM_BATCH = 2 / 3d;
  private static final double AIM_HOT = 1 / 3d;

  /**
   * @param hotShare what the hot account's rate is of the spread one's, with as many callers
   */
  record Measured(
      List<Comparison> one,
      List<Comparison> hot,
      List<Comparison> batches,
      int batch,
      double hotShare) {}

  static String text(String facts, BenchSettings settings, Measured measured) {
    return """
        # Ledger benchmark

        Written by `make bench-ledger`; a run with five pairs or more replaces this file. `BENCH_ROUNDS` (pairs) and `BENCH_SECONDS` (of each half of a pair) make it shorter or longer.

        %s
        The ledger is called inside the service's process, without HTTP: a transaction that books one entry with two legs, or %d of them that belong together. Spread: each leg on one of 80 accounts. Hot: every debit on one account with a limit. The floor is a bare JDBC program over as many connections that writes the same rows in one transaction, with one statement for each table and one for each account; it reads nothing and checks nothing. Entries are sealed in the background while either is measured. Each figure is the median of %d pairs measured in turns, %d s each after %d s of warm-up; callers, service, floor and database share one machine.

        %s
        The hot account takes %.2f of the spread accounts' rate with 8 callers (aim ≥ %.2f: %s).

        An entry is booked in the transaction of its cause, so that neither can be without the other; committing entries of several causes together, the usual way to more of them, would part the two. What the ledger does beyond the floor is reading and locking its accounts, checking limits and keys, and reading what the chain needs: locks of eight callers on the same accounts are waited for, which the floor, taking them in one order without reading, hardly does.
        """
        .formatted(
            facts,
            measured.batch(),
            settings.rounds(),
            settings.measured().toSeconds(),
            settings.warmUp().toSeconds(),
            table(measured),
            measured.hotShare(),
            AIM_HOT,
            verdict(measured.hotShare() >= AIM_HOT));
  }

  private static String table(Measured measured) {
    MarkdownTable table =
        new MarkdownTable(
            "", "callers", "entries /s", "p50 ms", "p99 ms", "floor /s", "ratio", "aim");
    measured.one().forEach(c -> row(table, c, 1, AIM_ONE));
    measured.hot().forEach(c -> row(table, c, 1, Double.NaN));
    measured.batches().forEach(c -> row(table, c, measured.batch(), AIM_BATCH));
    return table.toString();
  }

  private static void row(MarkdownTable table, Comparison c, int entries, double aim) {
    table.row(
        c.what(),
        Integer.toString(c.callers()),
        number(c.service().perSecond() * entries, 0),
        number(c.service().p50(), 1),
        number(c.service().p99(), 1),
        number(c.floor().perSecond() * entries, 0),
        number(c.ratio(), 2),
        Double.isNaN(aim)
            ? "none"
            : "≥ %s: %s".formatted(number(aim, 2), verdict(c.ratio() >= aim)));
  }

  private static String verdict(boolean met) {
    return met ? "met" : "missed";
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private LedgerBenchDocument() {}
}
