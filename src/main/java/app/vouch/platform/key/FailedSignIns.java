package app.vouch.platform.key;

import app.vouch.platform.http.RateLimits;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Slows guessing down: twenty unknown keys a minute from one address are answered 401, more 429. A
 * key that is good always gets in, whoever else calls from its address.
 */
@ApplicationScoped
class FailedSignIns {
  private static final int PER_MINUTE = 20;

  private static final String TOO_MANY = "vouch.too-many-failed-sign-ins";

  private final RateLimits limits;

  FailedSignIns(RateLimits limits) {
    this.limits = limits;
  }

  void count(RoutingContext http) {
    String address = http.request().remoteAddress().hostAddress();
    if (!limits.bucket("sign-in:" + address, PER_MINUTE).tryConsume(1)) {
      http.put(TOO_MANY, true);
    }
  }

  /** Whether the request brought one unknown key too many. */
  boolean tooMany(RoutingContext http) {
    return Boolean.TRUE.equals(http.get(TOO_MANY));
  }
}
