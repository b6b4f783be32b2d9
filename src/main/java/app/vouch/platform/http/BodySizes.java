package app.vouch.platform.http;

import app.vouch.shared.ProblemType;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that says that it is too large. One that does not say how large it is is counted
 * by the framework while it is read.
 */
@ApplicationScoped
class BodySizes {
  /** Whoever is still sending would not read the answer: up to here the body is read away. */
  private static final int READ_AWAY = 8;

  private final Problems problems;
  private final long most;

  BodySizes(
      Problems problems,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
    this.problems = problems;
    this.most = most.asLongValue();
  }

  void install(@Observes Router router) {
    router.route().order(RouteOrder.BODY_SIZE).handler(this::check);
  }

  private void check(RoutingContext http) {
    HttpServerRequest request = http.request();
    String length = request.getHeader("Content-Length");
    long size = length == null ? 0 : Long.parseLong(length);
    if (size <= most) {
      http.next();
    } else if (size > READ_AWAY * most) {
      refuse(http);
    } else {
      request.endHandler(end -> refuse(http)).resume();
    }
  }

  private void refuse(RoutingContext http) {
    http.response().putHeader("Connection", "close");
    problems.send(
        http,
        ProblemType.BODY_TOO_LARGE,
        "The body is larger than the %d bytes that this path takes".formatted(most));
  }
}
