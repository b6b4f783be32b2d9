package app.vouch.platform.feed;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A piece of the event log in GraphQL, the oldest event first. */
public record EventConnection(
    @NonNull List<@NonNull EventEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One event; its cursor is its id. */
  public record EventEdge(@NonNull String cursor, @NonNull EventView node) {}
}
