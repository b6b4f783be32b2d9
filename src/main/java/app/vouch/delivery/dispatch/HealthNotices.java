package app.vouch.delivery.dispatch;

import app.vouch.delivery.EndpointHealth;
import app.vouch.delivery.EndpointHealthService;
import app.vouch.delivery.EndpointHealths;
import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.shared.IdType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Has tenants told what is due about their endpoints. */
@ApplicationScoped
class HealthNotices {
  private static final Actor ENGINE = Actor.system("delivery");
  private static final int BATCH = 100;

  private final EndpointHealths healths;
  private final EndpointHealthService service;
  private final TenantScope scope;
  private final Clock clock;

  HealthNotices(
      EndpointHealths healths, EndpointHealthService service, TenantScope scope, Clock clock) {
    this.healths = healths;
    this.service = service;
    this.scope = scope;
    this.clock = clock;
  }

  /** Whether there may be more to tell. */
  boolean give() {
    List<EndpointHealth.Of> due =
        QuarkusTransaction.requiringNew().call(() -> healths.toTell(clock.instant(), BATCH));
    for (EndpointHealth.Of one : due) {
      String endpoint = IdType.WEBHOOK_ENDPOINT.format(one.endpointId());
      scope.run(one.tenantId(), ENGINE, endpoint, () -> service.tell(one.endpointId()));
    }
    return due.size() == BATCH;
  }
}
