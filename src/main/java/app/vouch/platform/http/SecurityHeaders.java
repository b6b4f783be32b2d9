package app.vouch.platform.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Headers that every answer carries; the public pages add stricter ones. */
@ApplicationScoped
class SecurityHeaders {
  void install(@Observes Router router) {
    router
        .route()
        .order(RouteOrder.SECURITY_HEADERS)
        .handler(
            http -> {
              http.response()
                  .putHeader("X-Content-Type-Options", "nosniff")
                  .putHeader("X-Frame-Options", "DENY")
                  .putHeader("Referrer-Policy", "no-referrer")
                  .putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
              http.next();
            });
    router
        .route("/v1/*")
        .order(RouteOrder.SECURITY_HEADERS)
        .handler(
            http -> {
              http.response().putHeader("Cache-Control", "no-store");
              http.next();
            });
  }
}
