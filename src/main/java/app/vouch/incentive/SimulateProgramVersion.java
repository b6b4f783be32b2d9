package app.vouch.incentive;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a version would have granted for deals that were won.
 *
 * @param id of the version, draft or not
 * @param from when the deals were closed, at the earliest
 * @param to exclusive
 * @param limit how many deals at most, 1 to 1,000; 200 when absent
 */
@Schema(name = "SimulateProgramVersion")
@Input("SimulateProgramVersionInput")
public record SimulateProgramVersion(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull Instant from,
    @NotNull Instant to,
    @Min(1) @Max(1000) @Nullable Integer limit,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {

  public SimulateProgramVersion {}

  SimulateProgramVersion on(String version) {
    return new SimulateProgramVersion(version, from, to, limit, dryRun, idempotencyKey);
  }
}
