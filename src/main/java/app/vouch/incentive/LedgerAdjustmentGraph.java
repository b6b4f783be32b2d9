package app.vouch.incentive;

import app.vouch.incentive.LedgerAdjustmentConnection.LedgerAdjustmentEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.shared.IdType;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Manual entries over GraphQL. */
@GraphQLApi
public class LedgerAdjustmentGraph {
  private final LedgerAdjustmentService adjustments;

  LedgerAdjustmentGraph(LedgerAdjustmentService adjustments) {
    this.adjustments = adjustments;
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("A manual entry, by its id.")
  public LedgerAdjustmentView ledgerAdjustment(@Id @NonNull String id) {
    return adjustments.get(id);
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("Manual entries, the newest first.")
  public @NonNull LedgerAdjustmentConnection ledgerAdjustments(
      @Nullable AdjustmentState state,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Connections.of(
        IdType.LEDGER_ADJUSTMENT,
        adjustments.list(Connections.page(first, after), state),
        after != null,
        LedgerAdjustmentEdge::new,
        LedgerAdjustmentConnection::new);
  }

  @Mutation
  @Needs(Scope.LEDGER_ADJUST)
  @Description("Proposes a manual entry; needs an idempotencyKey and a named actor.")
  public @NonNull ProposeLedgerAdjustmentPayload proposeLedgerAdjustment(
      @NonNull ProposeLedgerAdjustment input) {
    return Payloads.of(() -> adjustments.propose(input), ProposeLedgerAdjustmentPayload::new);
  }

  /** The manual entry, or why not. */
  public record ProposeLedgerAdjustmentPayload(
      @Nullable LedgerAdjustmentView ledgerAdjustment,
      @NonNull List<@NonNull UserError> userErrors) {}

  @Mutation
  @Needs(Scope.LEDGER_ADJUST)
  @Description("Approves a manual entry, which books it, or rejects or cancels it.")
  public @NonNull TransitionLedgerAdjustmentPayload transitionLedgerAdjustment(
      @NonNull TransitionLedgerAdjustment input) {
    return Payloads.of(() -> adjustments.transition(input), TransitionLedgerAdjustmentPayload::new);
  }

  /** The manual entry, or why not. */
  public record TransitionLedgerAdjustmentPayload(
      @Nullable LedgerAdjustmentView ledgerAdjustment,
      @NonNull List<@NonNull UserError> userErrors) {}
}
