package app.vouch.incentive;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Budgets of programs over GraphQL. */
@GraphQLApi
public class ProgramBudgetGraph {
  private final ProgramBudgetService budgets;

  ProgramBudgetGraph(ProgramBudgetService budgets) {
    this.budgets = budgets;
  }

  @Query
  @Needs(Scope.REWARDS_READ)
  @Description("What a program may spend in one currency, and what it has.")
  public ProgramBudgetView programBudget(@Id @NonNull String id, @NonNull String currency) {
    return budgets.get(id, currency);
  }

  @Mutation("setProgramBudget")
  @Needs(Scope.REWARDS_APPROVE)
  @Description("Sets what a program may spend in one currency; null for no limit.")
  public @NonNull SetProgramBudgetPayload setProgramBudget(@NonNull SetProgramBudget input) {
    return Payloads.of(() -> budgets.set(input), SetProgramBudgetPayload::new);
  }

  /** The budget, or why not. */
  public record SetProgramBudgetPayload(
      @Nullable ProgramBudgetView programBudget, @NonNull List<@NonNull UserError> userErrors) {}
}
