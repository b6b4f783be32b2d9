package app.vouch.attribution;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Attributions over GraphQL. */
@GraphQLApi
public class AttributionGraph {
  private final AttributionService attributions;

  AttributionGraph(AttributionService attributions) {
    this.attributions = attributions;
  }

  @Query
  @Needs(Scope.ATTRIBUTIONS_READ)
  @Description("An attribution as it stands, or an earlier version.")
  public AttributionView attribution(@Id @NonNull String id, @Nullable Integer version) {
    return attributions.get(id, version);
  }

  @Query
  @Needs(Scope.ATTRIBUTIONS_READ)
  @Description("The versions of a deal's attribution, the newest first.")
  public @NonNull AttributionConnection attributions(
      @Id @NonNull String dealId,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return AttributionConnection.of(
        attributions.list(dealId, Connections.page(first, after)), after != null);
  }

  @Query
  @Needs(Scope.ATTRIBUTIONS_READ)
  @Description("Each touchpoint's part in an attribution: the rule, the weight, or why not.")
  public AttributionExplanation attributionExplanation(
      @Id @NonNull String id, @Nullable Integer version) {
    return attributions.explanation(id, version);
  }

  @Mutation
  @Needs(Scope.ATTRIBUTIONS_COMPUTE)
  @Description("Computes a won deal's credits again.")
  public @NonNull ComputeAttributionPayload computeAttribution(@NonNull ComputeAttribution input) {
    return Payloads.of(() -> attributions.compute(input), ComputeAttributionPayload::new);
  }

  /** The attribution, or why not. */
  public record ComputeAttributionPayload(
      @Nullable AttributionView attribution, @NonNull List<@NonNull UserError> userErrors) {}
}
