package app.vouch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * The service beside its floor with so many callers, measured in turns.
 *
 * @param pairs in the order in which they were measured
 */
record Comparison(String what, int callers, List<Pair> pairs) {

  /** Two measurements, one right after the other. */
  record Pair(Sample service, Sample floor) {
    double ratio() {
      return service.perSecond() / floor.perSecond();
    }
  }

  /**
   * @param service one call for each caller, and so is {@code floor}
   */
  static Comparison measure(
      String what,
      List<? extends Load.Call> service,
      List<? extends Load.Call> floor,
      BenchSettings settings)
      throws InterruptedException, ExecutionException {
    Comparison comparison = new Comparison(what, service.size(), List.of());
    for (int round = 1; round <= settings.rounds(); round++) {
      comparison =
          comparison.and(
              new Pair(
                  Load.run(service, settings.warmUp(), settings.measured()),
                  Load.run(floor, settings.warmUp(), settings.measured())),
              settings);
    }
    return comparison;
  }

  /** With one more pair, which is printed. */
  Comparison and(Pair pair, BenchSettings settings) {
    List<Pair> more = new ArrayList<>(pairs);
    more.add(pair);
    System.out.printf(
        "  %s, %d callers, pair %d of %d: %.0f/s, floor %.0f/s, ratio %.2f%n",
        what,
        callers,
        more.size(),
        settings.rounds(),
        pair.service().perSecond(),
        pair.floor().perSecond(),
        pair.ratio());
    return new Comparison(what, callers, List.copyOf(more));
  }

  Sample service() {
    return Sample.median(pairs.stream().map(Pair::service).toList());
  }

  Sample floor() {
    return Sample.median(pairs.stream().map(Pair::floor).toList());
  }

  double ratio() {
    return Sample.median(pairs, Pair::ratio);
  }
}
