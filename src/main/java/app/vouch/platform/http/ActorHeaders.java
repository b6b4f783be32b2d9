package app.vouch.platform.http;

import app.vouch.platform.access.ActorHeader;
import app.vouch.shared.Refusal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a Vouch-Actor that cannot be read, before a resource is reached. */
@ApplicationScoped
class ActorHeaders {
  private final Problems problems;

  ActorHeaders(Problems problems) {
    this.problems = problems;
  }

  void install(@Observes Router router) {
    router.route("/v1/*").order(RouteOrder.ACTOR).handler(this::check);
  }

  private void check(RoutingContext http) {
    try {
      ActorHeader.check(http);
      http.next();
    } catch (Refusal refusal) {
      problems.send(http, refusal);
    }
  }
}
