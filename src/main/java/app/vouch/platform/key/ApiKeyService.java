package app.vouch.platform.key;

import app.vouch.platform.access.Caller;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.access.Scope;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What a tenant can do with its API keys. */
@ApplicationScoped
public class ApiKeyService {
  private static final Duration ROTATION_OVERLAP = Duration.ofHours(24);

  private final ApiKeyRepository keys;
  private final ApiKeyCallers callers;
  private final RequestContext request;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;
  private final int callsPerMinute;

  ApiKeyService(
      ApiKeyRepository keys,
      ApiKeyCallers callers,
      RequestContext request,
      Work work,
      Uuid7 ids,
      Clock clock,
      @ConfigProperty(name = "vouch.rate-limit") int callsPerMinute) {
    this.keys = keys;
    this.callers = callers;
    this.request = request;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
    this.callsPerMinute = callsPerMinute;
  }

  /**
   * Makes a key of the caller's realm; the answer shows the secret, once.
   *
   * @throws Refusal.Invalid when a scope is unknown or the expiry is past
   * @throws Refusal.Rule {@code scope-not-held} when the caller lacks a scope
   */
  public Answer<ApiKeyView> create(CreateApiKey command) {
    return work.write(
        "createApiKey",
        command,
        ApiKeyView.class,
        () -> {
          Instant now = clock.instant();
          if (command.expiresAt() != null && !command.expiresAt().isAfter(now)) {
            throw new Refusal.Invalid("/expiresAt", "out-of-bounds", "must lie in the future");
          }
          boolean mayActFor = Boolean.TRUE.equals(command.mayActFor());
          refuseMoreThanOwn(mayActFor);
          Integer limit = command.callsPerMinute();
          refuseFaster(limit);
          ApiKeySecret secret = ApiKeySecret.make(request.mode());
          ApiKey key =
              new ApiKey(
                  ids.next(),
                  command.name(),
                  secret,
                  scopes(command.scopes()),
                  mayActFor,
                  limit == null ? callsPerMinute : limit,
                  now,
                  command.expiresAt());
          keys.persist(key);
          return Answer.created(view(key).with(secret.text(), false));
        });
  }

  /**
   * Revokes or rotates a key. Other replicas notice within five seconds.
   *
   * @throws Refusal.NotFound when the tenant has no such key
   * @throws Refusal.Rule {@code scope-not-held} when the key has scopes that the caller lacks
   */
  public Answer<ApiKeyView> transition(TransitionApiKey command) {
    UUID id = IdType.API_KEY.inPath(command.id());
    Answer<ApiKeyView> answer =
        work.write(
            "transitionApiKey",
            command,
            ApiKeyView.class,
            () ->
                switch (command.action()) {
                  case REVOKE -> revoke(load(id));
                  case ROTATE -> rotate(load(id));
                });
    callers.forget();
    return answer;
  }

  private Answer<ApiKeyView> revoke(ApiKey key) {
    key.revoke(clock.instant());
    return Answer.done(view(key));
  }

  private Answer<ApiKeyView> rotate(ApiKey key) {
    Instant now = clock.instant();
    if (key.revokedAt() != null || (key.expiresAt() != null && !key.expiresAt().isAfter(now))) {
      throw new Refusal.Rule(
          ProblemType.TRANSITION_NOT_ALLOWED,
          "the key has ended; make a new one with POST /v1/api-keys",
          Map.of("allowed", List.of()));
    }
    Set<Scope> scopes = scopes(List.copyOf(key.scopes()));
    refuseMoreThanOwn(key.mayActFor());
    ApiKeySecret secret = ApiKeySecret.make(request.mode());
    ApiKey next =
        new ApiKey(
            ids.next(),
            key.name(),
            secret,
            scopes,
            key.mayActFor(),
            key.callsPerMinute(),
            now,
            key.expiresAt());
    keys.persist(next);
    key.endAt(now.plus(ROTATION_OVERLAP));
    return Answer.created(view(next).with(secret.text(), false));
  }

  /** Who cannot name other people cannot make a key that can. */
  private void refuseMoreThanOwn(boolean mayActFor) {
    Caller caller = request.caller();
    if (mayActFor && (caller == null || !caller.mayActFor())) {
      throw new Refusal.Rule(
          ProblemType.SCOPE_NOT_HELD,
          "the key that makes this call may not act for others, so it cannot make one that may");
    }
  }

  private void refuseFaster(@Nullable Integer limit) {
    Caller caller = request.caller();
    int most = Math.max(callsPerMinute, caller == null ? 0 : caller.callsPerMinute());
    if (limit != null && limit > most) {
      throw new Refusal.Rule(
          ProblemType.SCOPE_NOT_HELD,
          "the key that makes this call may grant %d calls a minute at most".formatted(most));
    }
  }

  private ApiKey load(UUID id) {
    ApiKey key = keys.findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (key == null) {
      throw new Refusal.NotFound(IdType.API_KEY, IdType.API_KEY.format(id));
    }
    return key;
  }

  private Set<Scope> scopes(List<String> texts) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (int i = 0; i < texts.size(); i++) {
      String pointer = "/scopes/" + i;
      Scope scope =
          Scope.parse(texts.get(i))
              .filter(known -> known != Scope.OPERATOR)
              .orElseThrow(
                  () ->
                      new Refusal.Invalid(
                          pointer, "unknown-value", "is not a scope of a tenant's key"));
      if (!request.hasScope(scope)) {
        throw new Refusal.Rule(
            ProblemType.SCOPE_NOT_HELD,
            "your own key lacks " + scope.text() + ", so it cannot give it",
            Map.of("scope", scope.text()));
      }
      scopes.add(scope);
    }
    return scopes;
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such key
   */
  @Reads
  public ApiKeyView get(String id) {
    ApiKey key = keys.findById(IdType.API_KEY.inPath(id));
    if (key == null) {
      throw new Refusal.NotFound(IdType.API_KEY, id);
    }
    return view(key);
  }

  /** The newest first. */
  @Reads
  public Page<ApiKeyView> list(PageRequest page) {
    return Page.of(
        keys.page(page),
        page.limit(),
        key -> new Cursor(key.id()),
        rows -> rows.stream().map(ApiKeyService::view).toList());
  }

  private static ApiKeyView view(ApiKey key) {
    return new ApiKeyView(
        IdType.API_KEY.format(key.id()),
        key.name(),
        key.prefix(),
        List.copyOf(key.scopes()),
        key.mayActFor(),
        key.callsPerMinute(),
        key.createdAt(),
        key.expiresAt(),
        key.revokedAt(),
        key.lastUsedAt(),
        null,
        false);
  }
}
