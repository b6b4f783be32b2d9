package app.vouch.platform.key;

import app.vouch.platform.access.Actor;
import app.vouch.platform.access.Mode;
import app.vouch.platform.access.Scope;
import app.vouch.platform.tenant.Realms;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.shared.Uuid7;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the first tenant and its key from {@code VOUCH_BOOTSTRAP_API_KEY}, if there is no tenant.
 * The key gets every tenant scope.
 */
@ApplicationScoped
class Bootstrap {
  private static final Logger LOG = Logger.getLogger(Bootstrap.class);
  private static final int AFTER_MIGRATION = 100;

  private final Optional<String> configured;
  private final int callsPerMinute;
  private final EntityManager entities;
  private final Realms realms;
  private final TenantScope scope;
  private final Uuid7 ids;
  private final Clock clock;

  Bootstrap(
      @ConfigProperty(name = "vouch.bootstrap-api-key") Optional<String> configured,
      @ConfigProperty(name = "vouch.rate-limit") int callsPerMinute,
      EntityManager entities,
      Realms realms,
      TenantScope scope,
      Uuid7 ids,
      Clock clock) {
    this.configured = configured;
    this.callsPerMinute = callsPerMinute;
    this.entities = entities;
    this.realms = realms;
    this.scope = scope;
    this.ids = ids;
    this.clock = clock;
  }

  void start(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) {
    configured.ifPresent(this::make);
  }

  private void make(String text) {
    ApiKeySecret secret = new ApiKeySecret(text);
    Optional<UUID> tenant =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  if (!realms.none()) {
                    return Optional.empty();
                  }
                  Realms.Pair pair = realms.create("First tenant");
                  return Optional.of(secret.mode() == Mode.LIVE ? pair.live() : pair.test());
                });
    tenant.ifPresent(
        id ->
            scope.run(
                id,
                Actor.system("bootstrap"),
                "bootstrap",
                () -> QuarkusTransaction.requiringNew().run(() -> persist(secret))));
  }

  private void persist(ApiKeySecret secret) {
    Set<Scope> scopes = EnumSet.complementOf(EnumSet.of(Scope.OPERATOR));
    entities.persist(
        new ApiKey(
            ids.next(), "Bootstrap", secret, scopes, true, callsPerMinute, clock.instant(), null));
    LOG.infof("made the first tenant and the key %s", secret);
  }
}
