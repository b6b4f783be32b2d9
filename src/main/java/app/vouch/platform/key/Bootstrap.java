package app.vouch.platform.key;

import app.vouch.platform.access.Actor;
import app.vouch.platform.access.Caller;
import app.vouch.platform.access.Mode;
import app.vouch.platform.tenant.Realms;
import app.vouch.platform.tenant.TenantScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
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
  private final Realms realms;
  private final FirstKeys firstKeys;
  private final TenantScope scope;

  Bootstrap(
      @ConfigProperty(name = "vouch.bootstrap-api-key") Optional<String> configured,
      Realms realms,
      FirstKeys firstKeys,
      TenantScope scope) {
    this.configured = configured;
    this.realms = realms;
    this.firstKeys = firstKeys;
    this.scope = scope;
  }

  void start(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) {
    configured.ifPresent(this::make);
  }

  private void make(String text) {
    ApiKeySecret secret = new ApiKeySecret(text);
    scope.run(
        Caller.OPERATORS_REALM,
        Actor.system("bootstrap"),
        "bootstrap",
        () -> QuarkusTransaction.requiringNew().run(() -> makeFirst(secret)));
  }

  private void makeFirst(ApiKeySecret secret) {
    if (realms.none()) {
      Realms.Pair pair = realms.create("First tenant");
      UUID realm = secret.mode() == Mode.LIVE ? pair.live() : pair.test();
      firstKeys.give(realm, secret.mode(), "Bootstrap", secret);
      LOG.infof("made the first tenant and the key %s", secret);
    }
  }
}
