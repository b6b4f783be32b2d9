package app.vouch.platform.access;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The request, or the timed step, that is being worked on: who, for which tenant, under which id.
 */
@RequestScoped
public class RequestContext {
  private @Nullable UUID tenantId;
  private Mode mode = Mode.LIVE;
  private Set<Scope> scopes = Set.of();
  private @Nullable Caller caller;
  private @Nullable Actor actor;
  private String requestId = "none";
  private @Nullable String idempotencyKey;
  private boolean replayed;
  private @Nullable Object preview;

  private final CurrentVertxRequest http;

  RequestContext(CurrentVertxRequest http) {
    this.http = http;
  }

  @PostConstruct
  void begin() {
    RoutingContext routing = http.getCurrent();
    Caller who = routing == null ? null : CallerIdentity.of(routing);
    if (routing != null) {
      requestId = RequestIds.of(routing);
    }
    if (routing != null && who != null) {
      caller = who;
      tenantId = who.tenantId();
      mode = who.mode();
      scopes = who.scopes();
      actor = ActorHeader.resolve(who, routing.request().getHeader(ActorHeader.NAME));
    }
  }

  /** A timed step or a public link: the tenant is known from the row, and no scope is held. */
  public void enter(UUID tenant, Mode tenantMode, Actor as) {
    tenantId = tenant;
    mode = tenantMode;
    actor = as;
    scopes = Set.of();
    LogContext.tenant(tenant);
  }

  /**
   * @throws IllegalStateException when no tenant is in scope
   */
  public UUID tenantId() {
    if (tenantId == null) {
      throw new IllegalStateException("no tenant in scope: authenticate, or use TenantScope.run");
    }
    return tenantId;
  }

  /** Runs a part of the request in another realm, as when a tenant is made. */
  public <T> T within(UUID other, Mode otherMode, Supplier<T> part) {
    UUID tenantBefore = tenantId;
    Mode modeBefore = mode;
    tenantId = other;
    mode = otherMode;
    try {
      return LogContext.call(other, requestId, part);
    } finally {
      tenantId = tenantBefore;
      mode = modeBefore;
    }
  }

  public Mode mode() {
    return mode;
  }

  public @Nullable Caller caller() {
    return caller;
  }

  /** The key that was used, if it was a key. */
  public @Nullable UUID keyId() {
    return caller == null ? null : caller.keyId();
  }

  public Actor actor() {
    return actor == null ? Actor.system("vouch") : actor;
  }

  /**
   * The actor, who must be a named person.
   *
   * @throws Refusal.Rule {@code actor-required}
   */
  public Actor namedActor() {
    if (!actor().namesPerson()) {
      throw new Refusal.Rule(
          ProblemType.ACTOR_REQUIRED,
          "name the person who does this in the header Vouch-Actor: <system>:<id>, with a key that may act for others");
    }
    return actor();
  }

  public boolean hasScope(Scope scope) {
    return scopes.contains(scope);
  }

  /**
   * @throws Refusal.Rule {@code missing-scope}, naming it
   */
  public void requireScope(Scope scope) {
    if (!hasScope(scope)) {
      throw new Refusal.Rule(
          ProblemType.MISSING_SCOPE,
          "this call needs the scope " + scope.text(),
          Map.of("scope", scope.text()));
    }
  }

  public String requestId() {
    return requestId;
  }

  public void requestId(String id) {
    requestId = id;
  }

  public @Nullable String idempotencyKey() {
    return idempotencyKey;
  }

  public void idempotencyKey(@Nullable String key) {
    idempotencyKey = key;
  }

  /** Whether the answer is the stored one of an earlier call. */
  public boolean replayed() {
    return replayed;
  }

  public void replayed(boolean value) {
    replayed = value;
  }

  /** What the present write, a dry run, would have done beside its answer. */
  public @Nullable Object preview() {
    return preview;
  }

  public void preview(@Nullable Object value) {
    preview = value;
  }
}
