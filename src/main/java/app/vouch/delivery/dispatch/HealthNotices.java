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
import org.jboss.logging.Logger;

/**
 * Has tenants told what is due about their endpoints. What cannot be told of one holds up neither
 * the others nor the engine.
 */
@ApplicationScoped
class HealthNotices {
  private static final Actor ENGINE = Actor.system("delivery");
  private static final int BATCH = 100;
  private static final Logger LOG = Logger.getLogger(HealthNotices.class);

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
    boolean failed = false;
    for (EndpointHealth.Of one : due) {
      String endpoint = IdType.WEBHOOK_ENDPOINT.format(one.endpointId());
      try {
        scope.run(one.tenantId(), ENGINE, endpoint, () -> service.tell(one.endpointId()));
      } catch (RuntimeException e) {
        LOG.errorf(e, "what is due about %s cannot be told, and is tried again", endpoint);
        failed = true;
      }
    }
    return due.size() == BATCH && !failed;
  }
}
