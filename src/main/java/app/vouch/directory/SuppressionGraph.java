package app.vouch.directory;

import app.vouch.directory.SuppressionConnection.SuppressionEdge;
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

/** Suppressions over GraphQL. */
@GraphQLApi
public class SuppressionGraph {
  private final SuppressionService suppressions;

  SuppressionGraph(SuppressionService suppressions) {
    this.suppressions = suppressions;
  }

  @Query
  @Needs(Scope.SUPPRESSIONS_READ)
  @Description("A suppression.")
  public SuppressionView suppression(@Id @NonNull String id) {
    return suppressions.get(id);
  }

  @Query
  @Needs(Scope.SUPPRESSIONS_READ)
  @Description("Suppressions, the newest first.")
  public @NonNull SuppressionConnection suppressions(
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after,
      @Nullable SuppressionFilter filter) {
    return Connections.of(
        IdType.SUPPRESSION,
        suppressions.list(
            Connections.page(first, after), filter == null ? SuppressionFilter.ALL : filter),
        after != null,
        SuppressionEdge::new,
        SuppressionConnection::new);
  }

  @Mutation
  @Needs(Scope.SUPPRESSIONS_WRITE)
  @Description("Says that nobody is to write to an address any more.")
  public @NonNull SuppressAddressPayload suppressAddress(@NonNull SuppressAddress input) {
    return Payloads.of(() -> suppressions.suppress(input), SuppressAddressPayload::new);
  }

  @Mutation
  @Needs(Scope.SUPPRESSIONS_LIFT)
  @Description("Lets an address be written to again.")
  public @NonNull LiftSuppressionPayload liftSuppression(@NonNull LiftSuppression input) {
    return Payloads.of(() -> suppressions.lift(input), LiftSuppressionPayload::new);
  }

  /** The suppression, or why not. */
  public record SuppressAddressPayload(
      @Nullable SuppressionView suppression, @NonNull List<@NonNull UserError> userErrors) {}

  /** The suppression, or why not. */
  public record LiftSuppressionPayload(
      @Nullable SuppressionView suppression, @NonNull List<@NonNull UserError> userErrors) {}
}
