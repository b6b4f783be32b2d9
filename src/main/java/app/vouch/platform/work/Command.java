package app.vouch.platform.work;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A write that a caller asks for: a record whose components carry their own bounds (Jakarta
 * Validation). One record serves REST and GraphQL; in GraphQL the key stands in the input, in REST
 * in the header {@code Idempotency-Key}.
 */
public interface Command {
  @JsonIgnore
  @Nullable String idempotencyKey();

  /** Whether the caller only wants to know what would happen. */
  default @Nullable Boolean dryRun() {
    return null;
  }
}
