package app.vouch.platform.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of GraphQL subscriptions that says just what a test tells it to. */
final class TestSocket implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private volatile boolean lively = true;

  TestSocket(int port, String key, String protocol) {
    socket =
        client
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + key)
            .subprotocols(protocol)
            .buildAsync(URI.create("ws://localhost:" + port + "/graphql"), new Ear())
            .join();
  }

  /** Opens a socket and says what has to be said first. */
  static TestSocket ready(int port, String key) throws Exception {
    TestSocket socket = new TestSocket(port, key, "graphql-transport-ws");
    socket.say("{\"type\":\"connection_init\"}");
    socket.hear("connection_ack");
    return socket;
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
      text.append(piece);
      if (last) {
        hear(from, read(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    private void hear(WebSocket from, JsonNode message) {
      if (!message.path("type").asText().equals("ping")) {
        heard.add(message);
      } else if (lively) {
        from.sendText("{\"type\":\"pong\"}", true);
      }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
      closed.completeExceptionally(fault);
    }
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.textNode(text);
    }
  }

  void say(String message) {
    socket.sendText(message, true).join();
  }

  void subscribe(String id, String query, Map<String, ?> variables) throws Exception {
    say(
        JSON.writeValueAsString(
            Map.of(
                "id",
                id,
                "type",
                "subscribe",
                "payload",
                Map.of("query", query, "variables", variables))));
  }

  /** From now on it answers no ping. */
  void fallAsleep() {
    lively = false;
  }

  /** The next message but pings, which must be of that type. */
  JsonNode hear(String type) throws InterruptedException {
    JsonNode message = heard.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
    if (message == null || !message.path("type").asText().equals(type)) {
      throw new AssertionError("expected %s, heard %s".formatted(type, message));
    }
    return message;
  }

  boolean isSilentFor(Duration time) throws InterruptedException {
    return heard.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
  }

  int closeCode() throws Exception {
    return closed.get(SOON.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }
}
