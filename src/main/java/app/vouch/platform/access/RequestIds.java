package app.vouch.platform.access;

import app.vouch.shared.Uuid7;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Gives every request an id, the caller's own where it is well-formed, and sends it back. */
@ApplicationScoped
public class RequestIds {
  public static final String HEADER = "X-Request-Id";

  /** Before everything else, sign-in included. */
  private static final int FIRST = -400;

  private static final String KEY = "vouch.requestId";
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Uuid7 ids;

  RequestIds(Uuid7 ids) {
    this.ids = ids;
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(this::handle);
  }

  private void handle(RoutingContext http) {
    String sent = http.request().getHeader(HEADER);
    String id = sent != null && WELL_FORMED.matcher(sent).matches() ? sent : "req_" + ids.next();
    http.put(KEY, id);
    LogContext.request(id);
    LogContext.tenant(null);
    http.response().putHeader(HEADER, id);
    http.next();
  }

  public static String of(RoutingContext http) {
    String id = http.get(KEY);
    return id == null ? "none" : id;
  }
}
