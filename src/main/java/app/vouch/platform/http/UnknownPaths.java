package app.vouch.platform.http;

import app.vouch.platform.persistence.Outage;
import app.vouch.shared.ProblemType;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers what no route answers, and what fails before a resource is reached, as a problem. */
@ApplicationScoped
class UnknownPaths {
  private final Problems problems;

  UnknownPaths(Problems problems) {
    this.problems = problems;
  }

  void install(@Observes Router router) {
    router
        .route()
        .order(RouteOrder.UNKNOWN_PATH)
        .handler(
            http ->
                problems.send(
                    http, ProblemType.NOT_FOUND, "There is nothing at " + http.normalizedPath()))
        .failureHandler(this::failed);
  }

  /**
   * A refusal by the server itself, or a caller who cannot be known while the database is away;
   * other exceptions are for the framework's handler, which follows.
   */
  private void failed(RoutingContext http) {
    if (http.failure() == null && http.statusCode() == ProblemType.BODY_TOO_LARGE.status()) {
      problems.send(http, ProblemType.BODY_TOO_LARGE, "The body is larger than this path takes");
    } else if (http.failure() == null && http.statusCode() == ProblemType.URI_TOO_LONG.status()) {
      problems.send(http, ProblemType.URI_TOO_LONG, "Shorten the address");
    } else {
      Outage.behind(http.failure())
          .ifPresentOrElse(
              outage -> {
                http.response().putHeader("Retry-After", "1");
                problems.send(http, outage.type(), outage.detail());
              },
              http::next);
    }
  }
}
