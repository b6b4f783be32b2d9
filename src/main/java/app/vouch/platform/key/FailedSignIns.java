package app.vouch.platform.key;

import app.vouch.platform.http.Problems;
import app.vouch.platform.http.RateLimits;
import app.vouch.platform.http.RouteOrder;
import app.vouch.shared.ProblemType;
import io.github.bucket4j.Bucket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stops guessing: twenty unknown keys a minute from one address, then 429 until the minute is over.
 */
@ApplicationScoped
class FailedSignIns {
  private static final int PER_MINUTE = 20;

  private final Problems problems;
  private final RateLimits limits;

  FailedSignIns(Problems problems, RateLimits limits) {
    this.problems = problems;
    this.limits = limits;
  }

  void install(@Observes Router router) {
    router.route().order(RouteOrder.FAILED_SIGN_INS).handler(this::check);
  }

  private void check(RoutingContext http) {
    if (http.request().getHeader("Authorization") != null
        && bucket(http).getAvailableTokens() <= 0) {
      http.response().putHeader("Retry-After", "60");
      problems.send(
          http, ProblemType.RATE_LIMITED, "Too many unknown keys from this address; wait a minute");
    } else {
      http.next();
    }
  }

  void count(RoutingContext http) {
    bucket(http).tryConsume(1);
  }

  private Bucket bucket(RoutingContext http) {
    return limits.bucket("sign-in:" + http.request().remoteAddress().hostAddress(), PER_MINUTE);
  }
}
