package app.vouch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody who gets webhooks, on the loopback address. */
public final class Receiver implements AutoCloseable {

  /** What came. Header names are in lower case. */
  public record Request(String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }

    /**
     * Fails unless the official library would have signed it so, and lately. Its own check of the
     * time goes by the system's clock, which tests leave behind.
     *
     * @param now by the service's clock
     */
    void verify(String secret, Instant now) throws Exception {
      long timestamp = Long.parseLong(header("webhook-timestamp"));
      assertThat(header("webhook-signature").split(" ", -1))
          .contains(new Webhook(secret).sign(header("webhook-id"), timestamp, body));
      assertThat(Instant.ofEpochSecond(timestamp)).isCloseTo(now, within(5, ChronoUnit.MINUTES));
    }
  }

  /** What it answers. */
  @FunctionalInterface
  interface Behaviour {
    void answer(HttpExchange exchange, int number) throws Exception;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  Receiver(Behaviour behaviour) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, behaviour));
    server.start();
  }

  /** Answers with these statuses in turn, the last one for ever. */
  public static Receiver answering(int... statuses) {
    return new Receiver(
        (exchange, number) ->
            exchange.sendResponseHeaders(statuses[Math.min(number, statuses.length) - 1], -1));
  }

  private void handle(HttpExchange exchange, Behaviour behaviour) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, List<String>> headers = new java.util.HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
    int number;
    synchronized (requests) {
      requests.add(new Request(exchange.getRequestURI().toString(), headers, body));
      number = requests.size();
    }
    try {
      behaviour.answer(exchange, number);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      exchange.close();
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks?key=1";
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
