package app.vouch.platform.job;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** Pages of jobs and of what became of their items in GraphQL. */
public final class JobConnections {

  /** A page of jobs. */
  public record JobConnection(
      @NonNull List<@NonNull JobEdge> edges, @NonNull ConnectionPage pageInfo) {}

  /** One job and its place. */
  public record JobEdge(@NonNull String cursor, @NonNull JobView node) {}

  /** A page of a job's items. */
  public record JobItemConnection(
      @NonNull List<@NonNull JobItemEdge> edges, @NonNull ConnectionPage pageInfo) {}

  /** One item and its place. */
  public record JobItemEdge(@NonNull String cursor, @NonNull JobItemView node) {}

  private JobConnections() {}
}
