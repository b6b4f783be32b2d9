package app.vouch.platform.work;

import app.vouch.platform.access.RequestContext;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which callers repeat a write safely. The row is inserted first, in the write's own
 * transaction, so that a second call waits for the first; only committed answers are kept. Native
 * SQL: the statements name the tenant.
 */
@ApplicationScoped
class IdempotencyKeys {

  /** Another call has used the key; the transaction is over. */
  static final class Taken extends RuntimeException {
    private final String key;
    private final transient byte[] hash;

    Taken(String key, byte[] hash) {
      super("key taken", null, false, false);
      this.key = key;
      this.hash = hash;
    }

    String key() {
      return key;
    }

    byte[] hash() {
      return hash;
    }
  }

  private final EntityManager entities;
  private final RequestContext request;
  private final CanonicalJson canonical;
  private final ObjectMapper json;
  private final Clock clock;

  IdempotencyKeys(
      EntityManager entities,
      RequestContext request,
      CanonicalJson canonical,
      ObjectMapper json,
      Clock clock) {
    this.entities = entities;
    this.request = request;
    this.canonical = canonical;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @throws Refusal.Invalid when the key is empty, longer than 255 or has invisible characters
   */
  static @Nullable String checked(@Nullable String key) {
    if (key != null && !key.matches("[\\x21-\\x7E]{1,255}")) {
      throw new Refusal.Invalid(
          "/idempotencyKey", "malformed", "must be 1 to 255 visible ASCII characters");
    }
    return key;
  }

  byte[] contentHash(String operation, Command command) {
    return canonical.sha256(Map.of("operation", operation, "command", command));
  }

  /**
   * @throws Taken when the key has a committed answer
   * @throws Refusal.Rule {@code idempotency-in-progress} when the first call does not end in time
   */
  void take(String key, String operation, byte[] hash) {
    try {
      entities
          .createNativeQuery(
              """
              insert into idempotency_key (tenant_id, idempotency_key, operation, content_hash, created_at)
              values (:tenant, :key, :operation, :hash, :now)""")
          .setParameter("tenant", tenant())
          .setParameter("key", key)
          .setParameter("operation", operation)
          .setParameter("hash", hash)
          .setParameter("now", clock.instant())
          .executeUpdate();
    } catch (PersistenceException e) {
      Integer code = Retries.sqlCode(e);
      if (code != null && code == Retries.DUPLICATE_KEY) {
        throw new Taken(key, hash);
      }
      if (code != null && code == Retries.LOCK_WAIT_TIMEOUT) {
        throw new Refusal.Rule(
            ProblemType.IDEMPOTENCY_IN_PROGRESS,
            "the first call with the key %s is still running; ask again in a second"
                .formatted(key));
      }
      throw e;
    }
  }

  void keep(String key, Answer<?> answer) {
    Object view = answer.view() instanceof WithSecret<?> secret ? secret.withheld() : answer.view();
    try {
      entities
          .createNativeQuery(
              """
              update idempotency_key set outcome = :outcome, answer = :answer
              where tenant_id = :tenant and idempotency_key = :key""")
          .setParameter("outcome", answer.outcome().name())
          .setParameter("answer", json.writeValueAsBytes(view))
          .setParameter("tenant", tenant())
          .setParameter("key", key)
          .executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the answer cannot be written as JSON", e);
    }
  }

  /**
   * @throws Refusal.Rule {@code idempotency-key-reused} when the stored call was another one
   */
  <V> Answer<V> replay(String key, String operation, byte[] hash, Class<V> viewType) {
    Tuple row =
        (Tuple)
            entities
                .createNativeQuery(
                    """
                    select operation, content_hash, outcome, answer from idempotency_key
                    where tenant_id = :tenant and idempotency_key = :key""",
                    Tuple.class)
                .setParameter("tenant", tenant())
                .setParameter("key", key)
                .getSingleResult();
    if (!Arrays.equals(hash, row.get("content_hash", byte[].class))) {
      throw new Refusal.Rule(
          ProblemType.IDEMPOTENCY_KEY_REUSED,
          "the key %s was used for another %s; take a new key for a new call"
              .formatted(
                  key,
                  operation.equals(row.get("operation"))
                      ? "content of " + operation
                      : "operation"));
    }
    try {
      V view = json.readValue(row.get("answer", byte[].class), viewType);
      return new Answer<>(Outcome.valueOf(row.get("outcome", String.class)), view, null);
    } catch (IOException e) {
      throw new IllegalStateException("a stored answer cannot be read as " + viewType, e);
    }
  }

  private UUID tenant() {
    return request.tenantId();
  }
}
