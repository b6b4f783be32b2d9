package app.vouch.incentive.proof;

import app.vouch.platform.access.Actor;
import app.vouch.platform.loop.BackgroundLoop;
import app.vouch.platform.metrics.LedgerEntryWritten;
import app.vouch.platform.persistence.Sql;
import app.vouch.platform.tenant.TenantScope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * SealingService committed entries, within a second. Every replica tries; the lock of a tenant's
 * chain decides whose turn it is. Across tenants: it sees ids only.
 */
@ApplicationScoped
class Sealer {
  private static final Actor ACTOR = Actor.system("ledger-sealer");
  private static final int TENANTS_AT_ONCE = 50;
  private static final int AFTER_MIGRATION = 200;
  private static final Duration GATHERING = Duration.ofMillis(50);
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);

  private final Sql sql;
  private final SealingService sealing;
  private final ProofMetrics metrics;
  private final TenantScope scope;
  private final BackgroundLoop loop;

  Sealer(
      Sql sql,
      SealingService sealing,
      ProofMetrics metrics,
      TenantScope scope,
      @ConfigProperty(name = "vouch.ledger.sealing") Duration polling) {
    this.sql = sql;
    this.sealing = sealing;
    this.metrics = metrics;
    this.scope = scope;
    this.loop = new BackgroundLoop("ledger-sealer", polling, GATHERING, this::takeTurn);
  }

  void start(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    loop.stop(STOP_WAIT);
  }

  void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) LedgerEntryWritten entry) {
    loop.wake();
  }

  /** Whether there is more to seal. */
  private boolean takeTurn() {
    metrics.sample();
    List<UUID> tenants =
        sql.list(
            "select distinct tenant_id from ledger_unsealed limit ?",
            row -> row.id("tenant_id"),
            TENANTS_AT_ONCE);
    boolean more = false;
    for (UUID tenant : tenants) {
      more |= scope.call(tenant, ACTOR, "ledger-sealer", sealing::sealNext);
    }
    return more;
  }
}
