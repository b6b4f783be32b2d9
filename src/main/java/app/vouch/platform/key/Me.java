package app.vouch.platform.key;

import app.vouch.platform.access.Caller;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.access.Scope;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the caller of the present request. */
@ApplicationScoped
class Me {
  private final RequestContext request;

  Me(RequestContext request) {
    this.request = request;
  }

  MeView view() {
    Caller caller = request.caller();
    if (caller == null) {
      throw new IllegalStateException("no caller: the path must be one that needs sign-in");
    }
    return new MeView(
        IdType.TENANT.format(caller.tenantId()),
        caller.mode(),
        request.actor(),
        caller.scopes().stream().map(Scope::text).sorted().toList(),
        caller.callsPerMinute(),
        caller.mayActFor());
  }
}
