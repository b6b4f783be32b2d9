package app.vouch.incentive;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Sets what a program may spend in one currency.
 *
 * @param id of the program
 * @param limit plain decimal, zero or more; null for no limit
 */
@Schema(name = "SetProgramBudget")
@Input("SetProgramBudgetInput")
public record SetProgramBudget(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull String currency,
    @Nullable String limit,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {

  public SetProgramBudget {}

  SetProgramBudget on(String program) {
    return new SetProgramBudget(program, currency, limit, dryRun, idempotencyKey);
  }
}
