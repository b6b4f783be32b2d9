package app.vouch.platform.key;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes bearer tokens of an OpenID provider, where {@code VOUCH_OIDC_URL} names one. */
@ApplicationScoped
class OidcTenant implements TenantConfigResolver {
  private static final String NAME = "vouch";

  private final Optional<OidcTenantConfig> config;

  OidcTenant(
      @ConfigProperty(name = "vouch.oidc.url") Optional<String> url,
      @ConfigProperty(name = "vouch.oidc.audience") Optional<List<String>> audience) {
    this.config = url.map(u -> config(u, audience));
  }

  private static OidcTenantConfig config(String url, Optional<List<String>> audience) {
    var builder = OidcTenantConfig.authServerUrl(url).tenantId(NAME);
    return audience.map(names -> builder.token().audience(names).end()).orElse(builder).build();
  }

  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext http, OidcRequestContext<OidcTenantConfig> context) {
    return config
        .map(found -> Uni.createFrom().item(found))
        .orElseGet(() -> Uni.createFrom().nullItem());
  }
}
