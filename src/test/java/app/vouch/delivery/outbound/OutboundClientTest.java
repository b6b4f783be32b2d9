package app.vouch.delivery.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many calls at once, from threads that are not Vert.x's. */
@Tag("once")
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

  @Test
  void shouldShowItsCertificateToWhoeverAsks() throws Exception {
    TestCertificate server = TestCertificate.make("localhost");
    TestCertificate ours = TestCertificate.make("vouch");
    int port =
        listen(
            vertx.createHttpServer(
                new HttpServerOptions()
                    .setSsl(true)
                    .setKeyCertOptions(server.keyCertOptions())
                    .setTrustOptions(ours.trustOptions())
                    .setClientAuth(ClientAuth.REQUIRED)),
            request -> request.response().end("thanks"));
    OutboundTarget target =
        new OutboundTarget(
            OutboundUrl.parse("https://localhost:" + port + "/"), InetAddress.getLoopbackAddress());
    try (Trusting trusting = new Trusting(vertx, server)) {
      OutboundAnswer answer =
          trusting.client().post(target, Map.of(), BODY, ours.identity(), LIMIT);

      assertThat(answer.status()).isEqualTo(200);
      assertThatThrownBy(() -> trusting.client().post(target, Map.of(), BODY, null, LIMIT))
          .isInstanceOf(OutboundFailure.class)
          .hasMessageContaining("certificate_required");
      assertThatThrownBy(() -> client.post(target, Map.of(), BODY, ours.identity(), LIMIT))
          .isInstanceOf(OutboundFailure.class)
          .hasMessageContaining("unable to find valid certification path");
    }
  }

  @Test
  void shouldSayWhatIsWrongWithAnIdentity() throws Exception {
    ClientIdentity ours = TestCertificate.make("vouch").identity();
    ClientIdentity theirs = TestCertificate.make("other").identity();

    assertThat(ours.fault()).isNull();
    assertThat(new ClientIdentity(ours.certificate(), theirs.privateKey()).fault())
        .contains("does not belong");
    assertThat(new ClientIdentity(ours.certificate(), "secret").fault()).contains("PKCS #8");
    assertThat(new ClientIdentity("-", ours.privateKey()).fault()).contains("certificate");
    assertThat(ours.toString()).doesNotContain(ours.privateKey().lines().toList().get(1));
  }

  private record Trusting(OutboundClient client) implements AutoCloseable {
    Trusting(Vertx vertx, TestCertificate server) {
      this(new OutboundClient(vertx, server.trustOptions()));
    }

    @Override
    public void close() {
      client.close();
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
    return client.post(target, Map.of("Content-Type", "application/json"), BODY, null, limit);
  }

  private int serve(Consumer<HttpServerRequest> answer) {
    return listen(vertx.createHttpServer(), answer);
  }

  private static int listen(HttpServer server, Consumer<HttpServerRequest> answer) {
    return server
        .requestHandler(answer::accept)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }
}
