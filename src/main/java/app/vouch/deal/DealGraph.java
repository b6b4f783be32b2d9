package app.vouch.deal;

import app.vouch.deal.DealConnection.DealEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Deals over GraphQL. */
@GraphQLApi
public class DealGraph {
  private final DealService deals;

  DealGraph(DealService deals) {
    this.deals = deals;
  }

  @Query
  @Needs(Scope.DEALS_READ)
  @Description("A deal, by its id or ext:system:instance:object:id.")
  public DealView deal(@Id @NonNull String id) {
    return deals.get(id);
  }

  @Query
  @Needs(Scope.DEALS_READ)
  @Description("Deals, the newest first.")
  public @NonNull DealConnection deals(
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after,
      @Nullable DealFilter filter) {
    return Connections.of(
        IdType.DEAL,
        deals.list(Connections.page(first, after), filter == null ? DealFilter.ALL : filter),
        after != null,
        DealEdge::new,
        DealConnection::new);
  }

  @Query
  @Needs(Scope.DEALS_READ)
  @Description("The changes that were reported of a deal, the newest first.")
  public @NonNull DealChanges dealChanges(
      @Id @NonNull String id, @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    PageRequest page = Connections.page(first, after);
    Page<DealChangeView> found = deals.changes(id, page);
    return new DealChanges(found.data(), found.page().nextCursor());
  }

  /**
   * A page of changes.
   *
   * @param nextCursor goes into {@code after}; null on the last page
   */
  public record DealChanges(
      @NonNull List<@NonNull DealChangeView> changes, @Nullable String nextCursor) {}

  @Mutation
  @Needs(Scope.DEALS_WRITE)
  @Description("Mirrors a deal: makes it, or updates the one with that id or reference.")
  public @NonNull UpsertDealPayload upsertDeal(@NonNull UpsertDeal input) {
    return Payloads.of(() -> deals.upsert(input), UpsertDealPayload::new);
  }

  /** The deal, or why not. */
  public record UpsertDealPayload(
      @Nullable DealView deal, @NonNull List<@NonNull UserError> userErrors) {}
}
