package app.vouch.program;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of programs in GraphQL. */
public record ProgramConnection(
    @NonNull List<@NonNull ProgramEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One of them and its place. */
  public record ProgramEdge(@NonNull String cursor, @NonNull ProgramView node) {}
}
