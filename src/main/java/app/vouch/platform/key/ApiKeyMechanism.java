package app.vouch.platform.key;

import app.vouch.platform.access.Actor;
import app.vouch.platform.access.Caller;
import app.vouch.platform.access.CallerIdentity;
import app.vouch.platform.access.Mode;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.ApiKeyHint;
import app.vouch.platform.http.Problems;
import app.vouch.shared.ProblemType;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Signs in by API key, or by the operator's key. Other bearer tokens are left to OIDC. */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "bearer ";

  /** OIDC has the default priority and one; it would take an API key for a token and refuse it. */
  private static final int BEFORE_OIDC = DEFAULT_PRIORITY + 1_000;

  private static final int OPERATOR_CALLS_PER_MINUTE = 600;

  private final ApiKeyCallers callers;
  private final FailedSignIns failures;
  private final Problems problems;
  private final Vertx vertx;
  private final Optional<String> operatorKey;

  ApiKeyMechanism(
      ApiKeyCallers callers,
      FailedSignIns failures,
      Problems problems,
      Vertx vertx,
      @ConfigProperty(name = "vouch.operator-key") Optional<String> operatorKey) {
    this.callers = callers;
    this.failures = failures;
    this.problems = problems;
    this.vertx = vertx;
    this.operatorKey = operatorKey;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(RoutingContext http, IdentityProviderManager manager) {
    String token = bearer(http);
    if (token == null) {
      return Uni.createFrom().nullItem();
    }
    if (isOperator(token)) {
      return Uni.createFrom().item(CallerIdentity.of(operator()));
    }
    if (!ApiKeySecret.looksLikeOne(token)) {
      return Uni.createFrom().nullItem();
    }
    Optional<Caller> known = callers.known(token);
    Uni<Optional<Caller>> caller =
        known != null
            ? Uni.createFrom().item(known)
            : Uni.createFrom()
                .completionStage(
                    () ->
                        vertx
                            .executeBlocking(() -> callers.find(token), false)
                            .toCompletionStage());
    return caller.map(found -> identity(http, found));
  }

  private SecurityIdentity identity(RoutingContext http, Optional<Caller> caller) {
    return caller
        .map(CallerIdentity::of)
        .orElseThrow(
            () -> {
              failures.count(http);
              return new AuthenticationFailedException("unknown key");
            });
  }

  private boolean isOperator(String token) {
    return operatorKey
        .filter(
            key ->
                MessageDigest.isEqual(
                    key.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  private static Caller operator() {
    return new Caller(
        Caller.OPERATORS_REALM,
        Mode.LIVE,
        null,
        new Actor(Actor.Type.API_KEY, "operator", null),
        Set.of(Scope.OPERATOR),
        "operator",
        OPERATOR_CALLS_PER_MINUTE,
        true);
  }

  private static @Nullable String bearer(RoutingContext http) {
    String header = http.request().getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext http) {
    return Uni.createFrom()
        .item(
            new ChallengeData(
                ProblemType.UNAUTHENTICATED.status(),
                "WWW-Authenticate",
                "Bearer realm=\"vouch\""));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext http) {
    if (failures.tooMany(http)) {
      http.response().putHeader("Retry-After", "60");
      problems.send(
          http, ProblemType.RATE_LIMITED, "Too many unknown keys from this address; wait a minute");
    } else {
      http.response().putHeader("WWW-Authenticate", "Bearer realm=\"vouch\"");
      problems.send(http, ProblemType.UNAUTHENTICATED, ApiKeyHint.TEXT);
    }
    return Uni.createFrom().item(true);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }

  @Override
  public int getPriority() {
    return BEFORE_OIDC;
  }
}
