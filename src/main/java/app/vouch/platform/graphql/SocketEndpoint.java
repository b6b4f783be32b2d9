package app.vouch.platform.graphql;

import app.vouch.platform.access.Caller;
import app.vouch.platform.access.CallerIdentity;
import app.vouch.platform.access.Callers;
import app.vouch.platform.http.Problems;
import app.vouch.platform.http.RateLimits;
import app.vouch.shared.ProblemType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Opens sockets for subscriptions. Who asks must have signed in by the header, as for every other
 * call; a key has a few sockets at a time on each replica.
 */
@ApplicationScoped
class SocketEndpoint {
  static final String PROTOCOL = "graphql-transport-ws";
  private static final int MOST_PER_KEY = 20;

  private final SubscriptionExecutor executor;
  private final Callers callers;
  private final RateLimits limits;
  private final Problems problems;
  private final ObjectMapper json;
  private final Duration initialisation;
  private final Duration ping;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();
  private final Set<SocketSession> sessions = ConcurrentHashMap.newKeySet();

  SocketEndpoint(
      SubscriptionExecutor executor,
      Callers callers,
      RateLimits limits,
      Problems problems,
      ObjectMapper json,
      @ConfigProperty(name = "vouch.graphql.socket.initialisation") Duration initialisation,
      @ConfigProperty(name = "vouch.graphql.socket.ping") Duration ping) {
    this.executor = executor;
    this.callers = callers;
    this.limits = limits;
    this.problems = problems;
    this.json = json;
    this.initialisation = initialisation;
    this.ping = ping;
  }

  /** Open sockets would hold up the end of the service. */
  void leave(@Observes ShutdownDelayInitiatedEvent event) {
    sessions.forEach(SocketSession::leave);
  }

  static boolean isWanted(RoutingContext http) {
    return "websocket".equalsIgnoreCase(http.request().getHeader("Upgrade"));
  }

  void open(RoutingContext http) {
    Caller caller = CallerIdentity.of(http);
    if (caller == null) {
      problems.send(
          http,
          ProblemType.UNAUTHENTICATED,
          "Send the key with the request for the socket: Authorization: Bearer …");
    } else if (limits.admits(http, caller)) {
      open(http, caller);
    }
  }

  private void open(RoutingContext http, Caller caller) {
    if (open.merge(caller.limitKey(), 1, Integer::sum) > MOST_PER_KEY) {
      closed(caller);
      problems.send(
          http,
          ProblemType.RATE_LIMITED,
          "A key may have %d sockets at a time here; close one, or subscribe to more in one"
              .formatted(MOST_PER_KEY));
      return;
    }
    http.request()
        .toWebSocket()
        .onFailure(fault -> closed(caller))
        .onSuccess(socket -> begin(http, caller, socket));
  }

  private void begin(RoutingContext http, Caller caller, ServerWebSocket socket) {
    UpgradedRequest.answered(http.request());
    SocketSession session =
        new SocketSession(
            socket,
            json,
            (id, request, sink) -> {
              limits.count(caller);
              executor.execute(http, request, sink);
            });
    long timer =
        http.vertx()
            .setPeriodic(
                ping.toMillis(),
                tick ->
                    http.vertx()
                        .executeBlocking(() -> callers.isWelcome(caller), false)
                        .onSuccess(session::tick));
    socket.closeHandler(
        end -> {
          http.vertx().cancelTimer(timer);
          session.end();
          sessions.remove(session);
          closed(caller);
        });
    sessions.add(session);
    session.begin(http.vertx(), initialisation);
  }

  private void closed(Caller caller) {
    open.computeIfPresent(caller.limitKey(), SocketEndpoint::oneLess);
  }

  private static @Nullable Integer oneLess(String key, int sockets) {
    return sockets == 1 ? null : sockets - 1;
  }
}
