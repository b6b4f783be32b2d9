package app.vouch.platform.job;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Retries or cancels a job.
 *
 * @param note for people; never in an event
 */
@Schema(name = "TransitionJob")
@Input("TransitionJobInput")
public record TransitionJob(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull JobStep action,
    @Size(max = 2000) @Nullable String note,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public TransitionJob {}

  TransitionJob on(String job) {
    return new TransitionJob(job, action, note, dryRun, idempotencyKey);
  }
}
