package app.vouch.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** Answers every POST at once, and notes when it came, or how old what came was. */
final class BareReceiver implements AutoCloseable {
  static final String TIMESTAMP = "\"timestamp\":\"";
  private static final int MOST = 1 << 20;
  private static final Duration LOOK = Duration.ofMillis(5);

  private final HttpServer server;
  private final AtomicInteger arrivals = new AtomicInteger();
  private final AtomicLongArray notes = new AtomicLongArray(MOST);
  private volatile boolean timed;

  BareReceiver(Vertx vertx) {
    this(vertx, true);
  }

  /** One that takes every request and answers none. */
  static BareReceiver hanging(Vertx vertx) {
    return new BareReceiver(vertx, false);
  }

  private BareReceiver(Vertx vertx, boolean answers) {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  if (timed) {
                    request.body().onSuccess(body -> note(age(body)));
                  } else {
                    note(System.nanoTime());
                  }
                  if (answers) {
                    request.response().end();
                  }
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  private void note(long value) {
    notes.set(arrivals.getAndIncrement() % MOST, value);
  }

  /** In nanoseconds, by the body's own timestamp. */
  private static long age(Buffer body) {
    String text = body.toString(StandardCharsets.UTF_8);
    int start = text.indexOf(TIMESTAMP) + TIMESTAMP.length();
    Instant made = Instant.parse(text.substring(start, text.indexOf('"', start)));
    return Duration.between(made, Instant.now()).toNanos();
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort() + "/hooks";
  }

  /** Begins anew, noting times. */
  void countArrivals() {
    timed = false;
    arrivals.set(0);
  }

  /** Begins anew, noting ages. */
  void measureAges() {
    timed = true;
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

  /** Arrivals per second, but for the beginning and the end. */
  double perSecond(int count) {
    long[] sorted = sorted(count);
    int first = count / 20;
    int last = count - count / 20 - 1;
    return (last - first) / ((sorted[last] - sorted[first]) / 1e9);
  }

  /** In milliseconds. */
  double age(double quantile) {
    long[] sorted = sorted(Math.min(arrivals.get(), MOST));
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] / 1e6;
  }

  private long[] sorted(int count) {
    long[] sorted = new long[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = notes.get(i);
    }
    Arrays.sort(sorted);
    return sorted;
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
