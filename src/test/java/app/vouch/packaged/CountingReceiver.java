package app.vouch.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/** Counts what comes, and keeps the sequence of each resource's events. */
final class CountingReceiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger arrivals = new AtomicInteger();
  private final Map<String, List<Long>> sequences = new ConcurrentHashMap<>();
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param status the answer to each arrival, by its number
   */
  CountingReceiver(IntUnaryOperator status, Duration answersAfter) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, status, answersAfter));
    server.start();
  }

  private void answer(HttpExchange exchange, IntUnaryOperator status, Duration after)
      throws IOException {
    JsonNode event = json.readTree(exchange.getRequestBody().readAllBytes());
    int number = arrivals.incrementAndGet();
    sequences
        .computeIfAbsent(
            event.at("/resource/id").asText(),
            id -> Collections.synchronizedList(new ArrayList<>()))
        .add(event.path("sequence").asLong());
    try (exchange) {
      Thread.sleep(after);
      exchange.sendResponseHeaders(status.applyAsInt(number), -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
  }

  int arrivals() {
    return arrivals.get();
  }

  /** Of each resource, in the order of arrival. */
  Map<String, List<Long>> sequences() {
    return sequences;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
