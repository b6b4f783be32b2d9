package app.vouch.platform.work;

import app.vouch.platform.persistence.Sql;
import app.vouch.platform.retention.Expiring;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Removes idempotency keys; after that a call with the same key is a new one. */
@ApplicationScoped
class OldIdempotencyKeys implements Expiring {
  private final Sql sql;
  private final Duration keep;

  OldIdempotencyKeys(
      Sql sql, @ConfigProperty(name = "vouch.retention.idempotency-keys") Duration keep) {
    this.sql = sql;
    this.keep = keep;
  }

  @Override
  public String what() {
    return "idempotency-keys";
  }

  @Override
  public Duration keep() {
    return keep;
  }

  @Override
  public Step remove(Instant before, UUID after) {
    int removed =
        sql.update(
            "delete from idempotency_key where created_at < ? order by created_at limit ?",
            before,
            BATCH);
    return new Step(removed, removed < BATCH ? Optional.empty() : Optional.of(START));
  }
}
