package app.vouch.platform.work;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.event.EventLog;
import app.vouch.platform.event.UnitOfWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One write, as every service does it: the command is checked, the idempotency key is taken first,
 * the body runs in one transaction with its events, timers and audit row, and the answer is kept
 * under the key. A deadlock or a lost race runs the whole call again.
 */
@ApplicationScoped
public class Work {
  private final RequestContext request;
  private final CommandValidation validation;
  private final IdempotencyKeys keys;
  private final AuditLog audit;
  private final EventLog log;
  private final UnitOfWork unit;
  private final Retries retries;

  Work(
      RequestContext request,
      CommandValidation validation,
      IdempotencyKeys keys,
      AuditLog audit,
      EventLog log,
      UnitOfWork unit,
      Retries retries) {
    this.request = request;
    this.validation = validation;
    this.keys = keys;
    this.audit = audit;
    this.log = log;
    this.unit = unit;
    this.retries = retries;
  }

  /**
   * Carries a command out. Inside another write it joins that one's transaction.
   *
   * @param operation the operation's name: operationId in REST, field in GraphQL
   * @throws app.vouch.shared.Refusal.Invalid when the command breaks a bound of its record
   * @throws app.vouch.shared.Refusal.Rule {@code idempotency-key-reused}, {@code
   *     idempotency-in-progress} or {@code try-again}
   */
  public <V extends Identified> Answer<V> write(
      String operation, Command command, Class<V> viewType, Supplier<Answer<V>> body) {
    validation.check(command);
    if (isInTransaction()) {
      return body.get();
    }
    boolean dryRun = Boolean.TRUE.equals(command.dryRun());
    String key = dryRun ? null : key(command);
    Call<V> call =
        new Call<>(
            operation, key, key == null ? null : keys.contentHash(operation, command), viewType);
    return retries.run(() -> dryRun ? preview(body) : once(call, body));
  }

  /** A write without a caller: a timer's step or a job's. */
  public void step(String operation, Runnable body) {
    if (isInTransaction()) {
      body.run();
      return;
    }
    retries.run(
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      body.run();
                      finish(operation, null);
                      return true;
                    }));
  }

  private record Call<V>(
      String operation, @Nullable String key, byte @Nullable [] hash, Class<V> viewType) {}

  private <V extends Identified> Answer<V> once(Call<V> call, Supplier<Answer<V>> body) {
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () -> {
                if (call.key() != null && call.hash() != null) {
                  keys.take(call.key(), call.operation(), call.hash());
                }
                Answer<V> answer = body.get();
                finish(call.operation(), answer.view().id());
                if (call.key() != null) {
                  keys.keep(call.key(), answer);
                }
                return answer;
              });
    } catch (IdempotencyKeys.Taken taken) {
      Answer<V> stored =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> keys.replay(taken.key(), call.operation(), taken.hash(), call.viewType()));
      request.replayed(true);
      return stored;
    }
  }

  private <V> Answer<V> preview(Supplier<Answer<V>> body) {
    QuarkusTransaction.begin();
    try {
      Answer<V> answer = body.get();
      Preview preview = Preview.of(unit.facts());
      request.preview(preview);
      return new Answer<>(Outcome.PREVIEWED, answer.view(), preview);
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  private void finish(String operation, @Nullable String resourceId) {
    log.append();
    audit.record(operation, resourceId, unit.facts());
  }

  private static boolean isInTransaction() {
    return QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE;
  }

  private @Nullable String key(Command command) {
    String inInput = command.idempotencyKey();
    return IdempotencyKeys.checked(inInput != null ? inInput : request.idempotencyKey());
  }
}
