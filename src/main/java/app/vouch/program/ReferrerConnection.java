package app.vouch.program;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of referrers in GraphQL. */
public record ReferrerConnection(
    @NonNull List<@NonNull ReferrerEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One of them and its place. */
  public record ReferrerEdge(@NonNull String cursor, @NonNull ReferrerView node) {}
}
