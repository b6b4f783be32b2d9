package app.vouch.platform.graphql;

import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;

/**
 * A request that became a socket. The framework counts it as being answered for ever, also when the
 * socket is long closed, and each stop of the service then waits in vain until its time is up.
 */
final class UpgradedRequest {

  /** Lets the framework count the request as answered. */
  static void answered(HttpServerRequest request) {
    try {
      Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
      done.setAccessible(true);
      done.invoke(QuarkusRequestWrapper.get(request));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the framework counts requests in another way than it did", e);
    }
  }

  private UpgradedRequest() {}
}
