package app.vouch.program;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Publishes a draft; from then on it never changes. */
@Schema(name = "PublishProgramVersion")
@Input("PublishProgramVersionInput")
public record PublishProgramVersion(
    @Schema(hidden = true) @Id @NonNull @NotNull String id,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {

  public PublishProgramVersion {}

  PublishProgramVersion on(String programVersion) {
    return new PublishProgramVersion(programVersion, dryRun, idempotencyKey);
  }
}
