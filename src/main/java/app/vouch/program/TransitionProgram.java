package app.vouch.program;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Moves a program. */
@Schema(name = "TransitionProgram")
@Input("TransitionProgramInput")
public record TransitionProgram(
    @Schema(hidden = true) @Id @NonNull @NotNull String id,
    @NotNull @NonNull ProgramAction action,
    @Size(max = 60) @Nullable String reasonCode,
    @Size(max = 2000) @Nullable String note,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {

  public TransitionProgram {}

  TransitionProgram on(String program) {
    return new TransitionProgram(program, action, reasonCode, note, dryRun, idempotencyKey);
  }
}
