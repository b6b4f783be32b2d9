package app.vouch.directory;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of people in GraphQL. */
public record PersonConnection(
    @NonNull List<@NonNull PersonEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One person and their place. */
  public record PersonEdge(@NonNull String cursor, @NonNull PersonView node) {}
}
