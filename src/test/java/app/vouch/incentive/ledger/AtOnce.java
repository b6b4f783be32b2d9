package app.vouch.incentive.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Runs steps at the same time. */
final class AtOnce {

  /** Results and refusals, in the order of the calls. */
  static List<Object> atOnce(Supplier<?>... steps) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(steps.length);
    List<Callable<Object>> calls = new ArrayList<>();
    for (Supplier<?> step : steps) {
      calls.add(
          () -> {
            start.await();
            return step.get();
          });
    }
    List<Object> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(steps.length)) {
      for (Future<Object> future : threads.invokeAll(calls)) {
        outcomes.add(outcome(future));
      }
    }
    return outcomes;
  }

  private static Object outcome(Future<Object> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  private AtOnce() {}
}
