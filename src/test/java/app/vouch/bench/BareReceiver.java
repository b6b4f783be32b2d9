package app.vouch.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** Answers every POST at once, and notes when it came. */
final class BareReceiver implements AutoCloseable {
  private static final int MOST = 1 << 20;
  private static final Duration LOOK = Duration.ofMillis(5);

  private final HttpServer server;
  private final AtomicInteger arrivals = new AtomicInteger();
  private final AtomicLongArray times = new AtomicLongArray(MOST);

  BareReceiver(Vertx vertx) {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  times.set(arrivals.getAndIncrement(), System.nanoTime());
                  request.response().end();
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort() + "/hooks";
  }

  int port() {
    return server.actualPort();
  }

  void forget() {
    arrivals.set(0);
  }

  void await(int count, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (arrivals.get() < count) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%d of %d arrived within %s".formatted(arrivals.get(), count, limit));
      }
      Thread.sleep(LOOK);
    }
  }

  /** Arrivals per second of the middle eight tenths. */
  double perSecond(int count) {
    long[] sorted = new long[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = times.get(i);
    }
    Arrays.sort(sorted);
    int first = count / 10;
    int last = count - count / 10 - 1;
    return (last - first) / ((sorted[last] - sorted[first]) / 1e9);
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
