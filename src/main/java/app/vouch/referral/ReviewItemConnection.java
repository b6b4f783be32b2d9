package app.vouch.referral;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of review items in GraphQL. */
public record ReviewItemConnection(
    @NonNull List<@NonNull ReviewItemEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One item and its place. */
  public record ReviewItemEdge(@NonNull String cursor, @NonNull ReviewItemView node) {}
}
