package app.vouch.delivery.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many calls at once, from threads that are not Vert.x's. */
class OutboundClientTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private Vertx vertx;
  private OutboundClient client;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    client = new OutboundClient(vertx);
  }

  @AfterEach
  void stop() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldReadEveryAnswerHoweverQuicklyItComes() throws Exception {
    int port = serve(request -> request.response().end("thanks"));
    List<Future<?>> senders = new ArrayList<>();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        senders.add(threads.submit(() -> postMany(port, 1_000)));
      }
    }

    for (Future<?> sender : senders) {
      sender.get();
    }
  }

  @Test
  void shouldNotSendWhatNobodyWaitsForAnyMore() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      send(full, "first");
      send(full, "second");

      assertThatThrownBy(() -> post(full.getLocalPort(), Duration.ofMillis(100)))
          .isInstanceOf(OutboundFailure.class)
          .hasMessage("no complete answer in time");

      assertThat(received(full)).containsExactly("first", "second", "");
    }
  }

  /** What the two that filled the queue sent, and what came on the connection after them. */
  private static List<String> received(ServerSocket server) throws IOException {
    server.setSoTimeout((int) LIMIT.toMillis());
    List<String> received = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      try (Socket socket = server.accept()) {
        socket.setSoTimeout((int) LIMIT.toMillis());
        received.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return received;
  }

  /** A connection that sends a word and ends. */
  private static void send(ServerSocket server, String word) throws IOException {
    try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      socket.getOutputStream().write(word.getBytes(StandardCharsets.UTF_8));
    }
  }

  private @Nullable Void postMany(int port, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      OutboundAnswer answer = post(port, LIMIT);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).asString().isEqualTo("thanks");
    }
    return null;
  }

  private OutboundAnswer post(int port, Duration limit) throws Exception {
    OutboundTarget target =
        new OutboundTarget(
            OutboundUrl.parse("http://127.0.0.1:" + port + "/"), InetAddress.getLoopbackAddress());
    return client.post(target, Map.of("Content-Type", "application/json"), BODY, limit);
  }

  private int serve(Consumer<HttpServerRequest> answer) {
    HttpServer server = vertx.createHttpServer().requestHandler(answer::accept);
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }
}
