package app.vouch.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Callers that each wait for an answer before they call again. */
final class Load {

  /** One call, with its answer. */
  interface Call {
    void make() throws Exception;
  }

  /**
   * @param calls one for each caller
   * @throws ExecutionException when a call failed; nothing is measured then
   */
  static Sample run(List<? extends Call> calls, Duration warmUp, Duration measured)
      throws InterruptedException, ExecutionException {
    long from = System.nanoTime() + warmUp.toNanos();
    long until = from + measured.toNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      List<Future<LongStream>> callers = new ArrayList<>();
      for (Call call : calls) {
        callers.add(threads.submit(() -> repeat(call, from, until)));
      }
      LongStream all = LongStream.empty();
      for (Future<LongStream> caller : callers) {
        all = LongStream.concat(all, caller.get());
      }
      return Sample.of(all.toArray(), measured);
    }
  }

  /** Work that comes to an end. */
  interface Source {
    /** Does the next piece; false when none is left. */
    boolean next() throws Exception;
  }

  /** How long it takes to empty sources side by side. */
  static Duration untilNoneIsLeft(List<? extends Source> sources)
      throws InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(sources.size())) {
      List<Future<?>> ends = new ArrayList<>();
      for (Source source : sources) {
        ends.add(
            threads.submit(
                () -> {
                  boolean more = true;
                  while (more) {
                    more = source.next();
                  }
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /**
   * Calls that cannot be repeated without end.
   *
   * @param each how often each of them is made
   */
  static Sample times(List<? extends Call> calls, int each)
      throws InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      List<Future<long[]>> callers = new ArrayList<>();
      for (Call call : calls) {
        callers.add(threads.submit(() -> times(call, each)));
      }
      LongStream all = LongStream.empty();
      for (Future<long[]> caller : callers) {
        all = LongStream.concat(all, LongStream.of(caller.get()));
      }
      return Sample.of(all.toArray(), Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private static long[] times(Call call, int each) throws Exception {
    long[] times = new long[each];
    for (int i = 0; i < each; i++) {
      long begun = System.nanoTime();
      call.make();
      times[i] = System.nanoTime() - begun;
    }
    return times;
  }

  /** The times of the calls that ended within the window. */
  private static LongStream repeat(Call call, long from, long until) throws Exception {
    LongStream.Builder times = LongStream.builder();
    long begun = System.nanoTime();
    while (begun < until) {
      call.make();
      long ended = System.nanoTime();
      if (ended >= from && ended < until) {
        times.add(ended - begun);
      }
      begun = ended;
    }
    return times.build();
  }

  private Load() {}
}
