package app.vouch.platform.key;

import app.vouch.platform.access.Mode;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.access.Scope;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives a realm its first key: every tenant scope, and it may act for others. */
@ApplicationScoped
class FirstKeys {
  private final ApiKeyRepository keys;
  private final RequestContext request;
  private final Uuid7 ids;
  private final Clock clock;
  private final int callsPerMinute;

  FirstKeys(
      ApiKeyRepository keys,
      RequestContext request,
      Uuid7 ids,
      Clock clock,
      @ConfigProperty(name = "vouch.rate-limit") int callsPerMinute) {
    this.keys = keys;
    this.request = request;
    this.ids = ids;
    this.clock = clock;
    this.callsPerMinute = callsPerMinute;
  }

  /** In the open transaction. */
  void give(UUID realm, Mode mode, String name, ApiKeySecret secret) {
    EnumSet<Scope> scopes = EnumSet.complementOf(EnumSet.of(Scope.OPERATOR));
    request.within(
        realm,
        mode,
        () -> {
          ApiKey key =
              new ApiKey(
                  ids.next(), name, secret, scopes, true, callsPerMinute, clock.instant(), null);
          keys.persistAndFlush(key);
          return key;
        });
  }
}
