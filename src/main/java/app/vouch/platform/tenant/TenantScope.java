package app.vouch.platform.tenant;

import app.vouch.platform.access.Actor;
import app.vouch.platform.access.Caller;
import app.vouch.platform.access.LogContext;
import app.vouch.platform.access.Mode;
import app.vouch.platform.access.RequestContext;
import app.vouch.shared.IdType;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

/** Puts a tenant in scope where no key did: timers, dispatchers, jobs, public links. */
@ApplicationScoped
public class TenantScope {
  private final RequestContext request;
  private final Realms realms;

  TenantScope(RequestContext request, Realms realms) {
    this.request = request;
    this.realms = realms;
  }

  /** Runs a step in a request context of its own, for that tenant and by that actor. */
  public <T> T call(UUID tenant, Actor actor, String requestId, Supplier<T> step) {
    ManagedContext context = Arc.container().requestContext();
    var before = context.isActive() ? context.getState() : null;
    context.activate();
    try {
      return LogContext.call(
          tenant,
          requestId,
          () -> {
            enter(tenant, actor);
            request.requestId(requestId);
            return step.get();
          });
    } finally {
      context.terminate();
      if (before != null) {
        context.activate(before);
      }
    }
  }

  public void run(UUID tenant, Actor actor, String requestId, Runnable step) {
    this.<Boolean>call(
        tenant,
        actor,
        requestId,
        () -> {
          step.run();
          return true;
        });
  }

  /** Sets the tenant of the present request, for public links: the person who opened one acts. */
  public void enterAsParty(UUID tenant, UUID personId) {
    enter(tenant, new Actor(Actor.Type.PARTY, IdType.PERSON.format(personId), null));
  }

  private void enter(UUID tenant, Actor actor) {
    Mode mode = tenant.equals(Caller.OPERATORS_REALM) ? Mode.LIVE : realms.mode(tenant);
    request.enter(tenant, mode, actor);
  }
}
