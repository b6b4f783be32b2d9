package app.vouch.attribution;

import app.vouch.attribution.TouchpointConnection.TouchpointEdge;
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

/** Touchpoints over GraphQL. */
@GraphQLApi
public class TouchpointGraph {
  private final TouchpointService touchpoints;

  TouchpointGraph(TouchpointService touchpoints) {
    this.touchpoints = touchpoints;
  }

  @Query
  @Needs(Scope.TOUCHPOINTS_READ)
  @Description("A touchpoint.")
  public TouchpointView touchpoint(@Id @NonNull String id) {
    return touchpoints.get(id);
  }

  @Query
  @Needs(Scope.TOUCHPOINTS_READ)
  @Description("Touchpoints, the newest first; of one referral where it is named.")
  public @NonNull TouchpointConnection touchpoints(
      @Id @Nullable String referralId,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Connections.of(
        IdType.TOUCHPOINT,
        touchpoints.list(Connections.page(first, after), referralId),
        after != null,
        TouchpointEdge::new,
        TouchpointConnection::new);
  }

  @Mutation
  @Needs(Scope.TOUCHPOINTS_WRITE)
  @Description("Records evidence by hand.")
  public @NonNull RecordTouchpointPayload recordTouchpoint(@NonNull RecordTouchpoint input) {
    return Payloads.of(() -> touchpoints.record(input), RecordTouchpointPayload::new);
  }

  /** The touchpoint, or why not. */
  public record RecordTouchpointPayload(
      @Nullable TouchpointView touchpoint, @NonNull List<@NonNull UserError> userErrors) {}
}
