package app.vouch.platform.key;

import app.vouch.platform.access.Actor;
import app.vouch.platform.access.Caller;
import app.vouch.platform.access.CallerIdentity;
import app.vouch.platform.access.Mode;
import app.vouch.platform.access.Scope;
import app.vouch.platform.tenant.Realms;
import app.vouch.shared.IdType;
import io.quarkus.arc.Arc;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Makes a caller of a verified token: the realm from the tenant claim (a {@code ten_…} id), the
 * scopes from {@code scope}, the actor from {@code sub}. A token never carries {@code operator}.
 */
@ApplicationScoped
class OidcCallers implements SecurityIdentityAugmentor {
  private final String tenantClaim;
  private final int callsPerMinute;
  private final Realms realms;

  OidcCallers(
      @ConfigProperty(name = "vouch.oidc.tenant-claim") String tenantClaim,
      @ConfigProperty(name = "vouch.rate-limit") int callsPerMinute,
      Realms realms) {
    this.tenantClaim = tenantClaim;
    this.callsPerMinute = callsPerMinute;
    this.realms = realms;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (CallerIdentity.of(identity) == null
        && identity.getPrincipal() instanceof JsonWebToken token) {
      return context.runBlocking(() -> CallerIdentity.with(identity, caller(token)));
    }
    return Uni.createFrom().item(identity);
  }

  private Caller caller(JsonWebToken token) {
    UUID tenant =
        Optional.ofNullable(text(token, tenantClaim))
            .flatMap(IdType.TENANT::parse)
            .orElseThrow(() -> new AuthenticationFailedException("the token names no tenant"));
    String subject = String.valueOf(token.getSubject());
    Actor actor = new Actor(Actor.Type.OIDC_USER, subject, text(token, "name"));
    return new Caller(
        tenant,
        mode(tenant),
        null,
        actor,
        scopes(token),
        tenant + "/" + subject,
        callsPerMinute,
        false);
  }

  private Mode mode(UUID tenant) {
    var requests = Arc.container().requestContext();
    boolean inside = requests.isActive();
    if (!inside) {
      requests.activate();
    }
    try {
      if (!realms.exists(tenant)) {
        throw new AuthenticationFailedException("the token names an unknown tenant");
      }
      return realms.mode(tenant);
    } finally {
      if (!inside) {
        requests.terminate();
      }
    }
  }

  private static Set<Scope> scopes(JsonWebToken token) {
    String claim = text(token, "scope");
    return claim == null
        ? Set.of()
        : Arrays.stream(claim.split(" ", -1))
            .flatMap(text -> Scope.parse(text).stream())
            .filter(scope -> scope != Scope.OPERATOR)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable String text(JsonWebToken token, String claim) {
    Object value = token.getClaim(claim);
    return value == null ? null : value.toString();
  }
}
