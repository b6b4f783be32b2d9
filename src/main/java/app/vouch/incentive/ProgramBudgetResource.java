package app.vouch.incentive;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Refusal;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Budgets of programs over REST. */
@Path("/v1/programs/{id}/budget")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramBudgetResource {
  private final ProgramBudgetService budgets;

  ProgramBudgetResource(ProgramBudgetService budgets) {
    this.budgets = budgets;
  }

  @GET
  @Needs(Scope.REWARDS_READ)
  @Operation(
      operationId = "programBudget",
      summary = "Read what a program may spend in one currency, and what it has")
  public ProgramBudgetView get(
      @PathParam("id") String id,
      @Parameter(required = true) @QueryParam("currency") @Nullable String currency) {
    if (currency == null) {
      throw new Refusal.Invalid("/currency", "required", "must be given, such as USD");
    }
    return budgets.get(id, currency);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.REWARDS_APPROVE)
  @Operation(
      operationId = "setProgramBudget",
      summary = "Set what a program may spend in one currency",
      description =
          "It holds at once. Rewards that find no room are PENDING with BUDGET and go on by themselves when there is some.")
  @APIResponseSchema(ProgramBudgetView.class)
  public Response set(@PathParam("id") String id, @NotNull SetProgramBudget command) {
    return Responses.of(budgets.set(command.on(id)));
  }
}
