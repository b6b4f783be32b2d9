package app.vouch.platform.key;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Revokes a key, or rotates it: a new key with the same rights, the old one lives a day longer. */
@Schema(name = "TransitionApiKey")
@Input("TransitionApiKeyInput")
public record TransitionApiKey(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull Action action,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public TransitionApiKey {}

  /** What can be done with a key. */
  @Schema(name = "ApiKeyAction")
  @Name("ApiKeyAction")
  public enum Action {
    REVOKE,
    ROTATE
  }

  TransitionApiKey on(String key) {
    return new TransitionApiKey(key, action, idempotencyKey);
  }
}
