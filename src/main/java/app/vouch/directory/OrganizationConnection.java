package app.vouch.directory;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of organizations in GraphQL. */
public record OrganizationConnection(
    @NonNull List<@NonNull OrganizationEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One organization and its place. */
  public record OrganizationEdge(@NonNull String cursor, @NonNull OrganizationView node) {}
}
