package app.vouch.platform.access;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Names the caller's tenant in the log lines of a request, as soon as the caller is known. */
@ApplicationScoped
class CallerInLog {
  /** Quarkus signs in at -200 and checks permissions at -100. */
  private static final int AFTER_SIGN_IN = -150;

  void install(@Observes Router router) {
    router
        .route()
        .order(AFTER_SIGN_IN)
        .handler(
            http -> {
              Caller caller = CallerIdentity.of(http);
              if (caller != null) {
                LogContext.tenant(caller.tenantId());
              }
              http.next();
            });
  }
}
