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
    List<Pair> pairs = new ArrayList<>();
    for (int round = 1; round <= settings.rounds(); round++) {
      Pair pair =
          new Pair(
              Load.run(service, settings.warmUp(), settings.measured()),
              Load.run(floor, settings.warmUp(), settings.measured()));
      System.out.printf(
          "  %s, %d callers, pair %d of %d: %.0f/s, floor %.0f/s, ratio %.2f%n",
          what,
          service.size(),
          round,
          settings.rounds(),
          pair.service().perSecond(),
          pair.floor().perSecond(),
          pair.ratio());
      pairs.add(pair);
    }
    return new Comparison(what, service.size(), List.copyOf(pairs));
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
