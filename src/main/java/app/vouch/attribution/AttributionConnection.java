package app.vouch.attribution;

import app.vouch.platform.graphql.ConnectionPage;
import app.vouch.shared.Page;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of an attribution's versions in GraphQL. */
public record AttributionConnection(
    @NonNull List<@NonNull AttributionEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One version and its place. */
  public record AttributionEdge(@NonNull String cursor, @NonNull AttributionView node) {}

  static AttributionConnection of(Page<AttributionView> page, boolean afterOther) {
    List<AttributionEdge> edges =
        page.data().stream()
            .map(v -> new AttributionEdge(AttributionService.cursor(v.version()).encode(), v))
            .toList();
    return new AttributionConnection(
        edges,
        new ConnectionPage(
            page.page().hasMore(),
            afterOther,
            edges.isEmpty() ? null : edges.getFirst().cursor(),
            edges.isEmpty() ? null : edges.getLast().cursor()));
  }
}
