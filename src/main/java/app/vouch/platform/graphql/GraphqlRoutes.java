package app.vouch.platform.graphql;

import app.vouch.platform.http.Problems;
import app.vouch.platform.http.RouteOrder;
import app.vouch.shared.ProblemType;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands in front of GraphQL: POST with JSON of a bounded size, and sockets for subscriptions.
 * No GET, so no query in an address and no write by a link.
 */
@ApplicationScoped
class GraphqlRoutes {
  static final int MAX_BODY = 256 * 1024;
  private static final String PATH = "/graphql";
  private static final String ALLOW = "POST, OPTIONS";
  private static final int NO_CONTENT = 204;

  private final GraphqlEndpoint endpoint;
  private final SocketEndpoint sockets;
  private final Problems problems;

  GraphqlRoutes(GraphqlEndpoint endpoint, SocketEndpoint sockets, Problems problems) {
    this.endpoint = endpoint;
    this.sockets = sockets;
    this.problems = problems;
  }

  void install(@Observes Router router) {
    router.route(PATH).order(RouteOrder.GRAPHQL_METHOD).handler(this::method);
    router.post(PATH).order(RouteOrder.GRAPHQL_GUARD).handler(this::media);
    router
        .post(PATH)
        .order(RouteOrder.GRAPHQL_GUARD + 1)
        .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
        .blockingHandler(endpoint, false);
  }

  private void method(RoutingContext http) {
    HttpMethod method = http.request().method();
    if (method.equals(HttpMethod.POST)) {
      http.next();
      return;
    }
    if (method.equals(HttpMethod.GET) && SocketEndpoint.isWanted(http)) {
      sockets.open(http);
      return;
    }
    http.response().putHeader("Allow", ALLOW);
    if (method.equals(HttpMethod.OPTIONS)) {
      http.response().setStatusCode(NO_CONTENT).end();
    } else {
      problems.send(
          http,
          ProblemType.METHOD_NOT_ALLOWED,
          "GraphQL takes POST with a JSON body here, and WebSockets for subscriptions");
    }
  }

  private void media(RoutingContext http) {
    if (!isJson(http.request().getHeader("Content-Type"))) {
      problems.send(
          http,
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Send the query as application/json in UTF-8: {\"query\": …, \"variables\": …}");
    } else if (AnswerMedia.accepted(http.request().getHeader("Accept")).isEmpty()) {
      problems.send(
          http,
          ProblemType.NOT_ACCEPTABLE,
          "Accept application/graphql-response+json or application/json");
    } else {
      http.next();
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].startsWith("charset=") && !parts[i].matches("charset=\"?utf-?8\"?")) {
        return false;
      }
    }
    return parts[0].strip().equals("application/json");
  }
}
