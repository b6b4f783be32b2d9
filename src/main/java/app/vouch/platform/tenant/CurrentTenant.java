package app.vouch.platform.tenant;

import app.vouch.platform.access.RequestContext;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

/** The tenant in scope, for the ORM's filter. No tenant is an error, never an empty result. */
@ApplicationScoped
@Unremovable
public class CurrentTenant implements Supplier<UUID> {
  private final RequestContext request;

  public CurrentTenant(RequestContext request) {
    this.request = request;
  }

  @Override
  public UUID get() {
    return request.tenantId();
  }
}
