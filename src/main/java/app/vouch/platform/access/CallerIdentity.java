package app.vouch.platform.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * How a caller travels from sign-in to the services: as an attribute of the framework's identity.
 */
public final class CallerIdentity {
  private static final String ATTRIBUTE = "vouch.caller";

  public static SecurityIdentity of(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.actor().id()))
        .addAttribute(ATTRIBUTE, caller)
        .build();
  }

  /** The same identity, with a caller. */
  public static SecurityIdentity with(SecurityIdentity identity, Caller caller) {
    return QuarkusSecurityIdentity.builder(identity).addAttribute(ATTRIBUTE, caller).build();
  }

  /** The caller of a request; null when nobody signed in. */
  public static @Nullable Caller of(RoutingContext http) {
    return http.user() instanceof QuarkusHttpUser user ? of(user.getSecurityIdentity()) : null;
  }

  public static @Nullable Caller of(SecurityIdentity identity) {
    return identity.getAttribute(ATTRIBUTE);
  }

  private CallerIdentity() {}
}
