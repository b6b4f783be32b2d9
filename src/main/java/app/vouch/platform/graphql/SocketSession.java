package app.vouch.platform.graphql;

import app.vouch.platform.http.Problems;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One socket's side of the protocol {@code graphql-transport-ws}: what may be said when, and the
 * codes with which it ends. Everything happens on the socket's event loop.
 *
 * <p>Source: the protocol of graphql-ws, GraphQL over WebSocket.
 */
final class SocketSession {
  static final int GOING_AWAY = 1001;
  static final int INVALID_MESSAGE = 4400;
  static final int UNAUTHORIZED = 4401;
  static final int FORBIDDEN = 4403;
  static final int NOT_ACCEPTABLE = 4406;
  static final int NOT_INITIALISED_IN_TIME = 4408;
  static final int DUPLICATE_ID = 4409;
  static final int TOO_MANY_INITIALISATIONS = 4429;
  static final int SILENT = 4499;
  static final int MOST_SUBSCRIPTIONS = 50;
  private static final int MOST_ID = 100;
  private static final int MOST_REASON = 100;

  /** Starts what a caller subscribes to. */
  @FunctionalInterface
  interface Starter {
    /**
     * @throws Refusal when it cannot begin
     */
    void start(String id, GraphqlRequest request, SocketStream stream);
  }

  private final ServerWebSocket socket;
  private final ObjectMapper json;
  private final Starter starter;
  private final Map<String, SocketStream> streams = new HashMap<>();
  private boolean initialised;
  private boolean heard = true;

  SocketSession(ServerWebSocket socket, ObjectMapper json, Starter starter) {
    this.socket = socket;
    this.json = json;
    this.starter = starter;
  }

  void begin(Vertx vertx, Duration initialisation) {
    if (!SocketEndpoint.PROTOCOL.equals(socket.subProtocol())) {
      close(NOT_ACCEPTABLE, "Subprotocol not acceptable: ask for " + SocketEndpoint.PROTOCOL);
      return;
    }
    Context loop = vertx.getOrCreateContext();
    socket.textMessageHandler(text -> loop.runOnContext(now -> hear(text)));
    socket.binaryMessageHandler(bytes -> close(INVALID_MESSAGE, "Messages are text"));
    socket.exceptionHandler(fault -> end());
    vertx.setTimer(
        initialisation.toMillis(),
        late -> {
          if (!initialised) {
            close(NOT_INITIALISED_IN_TIME, "Connection initialisation timeout");
          }
        });
  }

  /**
   * From time to time: whoever said nothing since the last time is gone.
   *
   * @param welcome whether the caller's key is still good
   */
  void tick(boolean welcome) {
    if (!welcome) {
      close(FORBIDDEN, "Forbidden: the key was revoked or is over");
    } else if (!heard) {
      close(SILENT, "Terminated: no answer to a ping");
    } else {
      heard = false;
      say(Map.of("type", "ping"));
    }
  }

  /** The service stops. */
  void leave() {
    close(GOING_AWAY, "Going away: connect again");
  }

  void end() {
    streams.values().forEach(SocketStream::cancel);
    streams.clear();
  }

  private void hear(String text) {
    heard = true;
    try {
      GraphqlRequest.checkValues(text, json);
      JsonNode message = json.readTree(text);
      hear(message.path("type").asText(""), message);
    } catch (JsonProcessingException e) {
      close(INVALID_MESSAGE, Problems.unreadable(e).errors().getFirst().message());
    } catch (Refusal refusal) {
      close(INVALID_MESSAGE, refusal.detail());
    }
  }

  private void hear(String type, JsonNode message) throws JsonProcessingException {
    switch (type) {
      case "connection_init" -> initialise();
      case "ping" -> say(Map.of("type", "pong"));
      case "pong" -> {
        // that we heard it is all
      }
      case "subscribe" -> subscribe(message);
      case "complete" -> complete(message.path("id").asText(""));
      default -> close(INVALID_MESSAGE, "There is no message of the type \"%s\"".formatted(type));
    }
  }

  private void initialise() {
    if (initialised) {
      close(TOO_MANY_INITIALISATIONS, "Too many initialisation requests");
    } else {
      initialised = true;
      say(Map.of("type", "connection_ack"));
    }
  }

  private void subscribe(JsonNode message) throws JsonProcessingException {
    String id = message.path("id").asText("");
    if (!initialised) {
      close(UNAUTHORIZED, "Unauthorized: send connection_init first");
    } else if (id.isEmpty() || id.length() > MOST_ID || !message.path("payload").isObject()) {
      close(INVALID_MESSAGE, "A subscribe message needs an id and a payload");
    } else if (streams.containsKey(id)) {
      close(DUPLICATE_ID, "Subscriber for %s already exists".formatted(id));
    } else {
      start(id, json.writeValueAsString(message.get("payload")));
    }
  }

  private void start(String id, String payload) {
    SocketStream stream = new SocketStream(this, id, Vertx.currentContext());
    try {
      if (streams.size() >= MOST_SUBSCRIPTIONS) {
        throw new Refusal.Rule(
            ProblemType.RATE_LIMITED,
            "A socket carries %d subscriptions at a time".formatted(MOST_SUBSCRIPTIONS),
            Map.of("maximum", MOST_SUBSCRIPTIONS));
      }
      GraphqlRequest request = GraphqlRequest.read(payload, json);
      streams.put(id, stream);
      starter.start(id, request, stream);
    } catch (Refusal refusal) {
      fail(id, List.of(GraphqlFault.of(refusal, "none").json()));
    }
  }

  private void complete(String id) {
    SocketStream stream = streams.remove(id);
    if (stream != null) {
      stream.cancel();
    }
  }

  /** Whether the caller still wants it. */
  boolean has(SocketStream stream) {
    return streams.containsValue(stream);
  }

  Future<?> next(String id, Map<String, Object> answer) {
    return say(message("next", id, answer));
  }

  void fail(String id, List<Map<String, Object>> errors) {
    streams.remove(id);
    say(message("error", id, errors));
  }

  void over(String id) {
    streams.remove(id);
    say(message("complete", id, null));
  }

  private static Map<String, Object> message(String type, String id, @Nullable Object payload) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("type", type);
    if (payload != null) {
      message.put("payload", payload);
    }
    return message;
  }

  private Future<?> say(Map<String, Object> message) {
    if (socket.isClosed()) {
      return Future.failedFuture("the socket is closed");
    }
    try {
      return socket.writeTextMessage(json.writeValueAsString(message));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }

  private void close(int code, String reason) {
    end();
    if (!socket.isClosed()) {
      socket.close(
          (short) code, reason.length() > MOST_REASON ? reason.substring(0, MOST_REASON) : reason);
    }
  }
}
