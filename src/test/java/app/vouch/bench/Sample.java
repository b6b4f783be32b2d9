package app.vouch.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one measurement came to.
 *
 * @param p50 milliseconds within which half of the calls were answered
 * @param p99 milliseconds within which 99 of 100 calls were answered
 */
record Sample(double perSecond, double p50, double p99) {
  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * @param nanos how long each call took
   * @param during how long was measured
   */
  static Sample of(long[] nanos, Duration during) {
    if (nanos.length == 0) {
      throw new IllegalStateException("no call ended within " + during + "; set BENCH_SECONDS");
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Sample(
        nanos.length / (during.toNanos() / 1e9),
        percentile(sorted, 50) / NANOS_PER_MILLI,
        percentile(sorted, 99) / NANOS_PER_MILLI);
  }

  /** Where only the end of all can be seen. */
  static Sample ofAll(int calls, Duration during) {
    return new Sample(calls / (during.toNanos() / 1e9), Double.NaN, Double.NaN);
  }

  /** Each figure's own median. */
  static Sample median(List<Sample> samples) {
    return new Sample(
        median(samples, Sample::perSecond),
        median(samples, Sample::p50),
        median(samples, Sample::p99));
  }

  static <T> double median(Collection<T> all, ToDoubleFunction<T> figure) {
    double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The smallest value that is not below {@code percent} of all: the nearest rank. */
  static long percentile(long[] sorted, int percent) {
    int rank = Math.ceilDiv(sorted.length * percent, 100);
    return sorted[Math.max(rank, 1) - 1];
  }
}
