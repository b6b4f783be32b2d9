package app.vouch.program;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of program versions in GraphQL. */
public record ProgramVersionConnection(
    @NonNull List<@NonNull ProgramVersionEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One of them and its place. */
  public record ProgramVersionEdge(@NonNull String cursor, @NonNull ProgramVersionView node) {}
}
