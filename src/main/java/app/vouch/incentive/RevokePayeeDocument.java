package app.vouch.incentive;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payee's document counts no more. */
@Schema(name = "RevokePayeeDocument")
@Input("RevokePayeeDocumentInput")
public record RevokePayeeDocument(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotBlank @Size(max = 500) String reason,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public RevokePayeeDocument {}

  RevokePayeeDocument on(String document) {
    return new RevokePayeeDocument(document, reason, idempotencyKey);
  }
}
