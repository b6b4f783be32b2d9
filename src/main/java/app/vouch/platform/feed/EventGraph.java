package app.vouch.platform.feed;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.event.EventFeed;
import app.vouch.platform.event.EventTypeFilter;
import app.vouch.platform.event.LoggedEvent;
import app.vouch.platform.feed.EventConnection.EventEdge;
import app.vouch.platform.graphql.ConnectionPage;
import app.vouch.platform.graphql.Connections;
import app.vouch.shared.IdType;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The event log over GraphQL. */
@GraphQLApi
public class EventGraph {
  private final EventFeed feed;
  private final EventBodies bodies;

  private final EventFollowing following;

  EventGraph(EventFeed feed, EventBodies bodies, EventFollowing following) {
    this.feed = feed;
    this.bodies = bodies;
    this.following = following;
  }

  @Query
  @Needs(Scope.EVENTS_READ)
  @Description("The events after one, the oldest first. An event's id is the cursor behind it.")
  public @NonNull EventConnection events(
      @Nullable String after,
      @Nullable List<String> types,
      @DefaultValue("50") @Nullable Integer first) {
    int limit = Connections.page(first, null).limit();
    EventTypeFilter filter =
        types == null ? EventTypeFilter.EVERYTHING : EventTypeFilter.parse("/types", types);
    List<LoggedEvent> found = feed.after(after, filter, limit + 1);
    boolean more = found.size() > limit;
    List<EventEdge> edges =
        found.stream()
            .limit(limit)
            .map(event -> new EventEdge(IdType.EVENT.format(event.id()), bodies.view(event)))
            .toList();
    return new EventConnection(
        edges,
        new ConnectionPage(
            more,
            after != null,
            edges.isEmpty() ? null : edges.getFirst().cursor(),
            edges.isEmpty() ? after : edges.getLast().cursor()));
  }

  @Subscription("events")
  @Needs(Scope.EVENTS_READ)
  @Description(
      "Events as they are recorded, from now on or behind one: after a lost connection, subscribe"
          + " again after the last event's id and miss nothing.")
  public Multi<@NonNull EventView> eventsAsRecorded(
      @Id @Nullable String after, @Nullable List<String> types, @Id @Nullable String resourceId) {
    return following.follow(
        after,
        types == null ? EventTypeFilter.EVERYTHING : EventTypeFilter.parse("/types", types),
        IdType.anyInQuery("/resourceId", resourceId));
  }

  @Query
  @Needs(Scope.EVENTS_READ)
  @Description("One event of the log.")
  public EventView event(@Id @NonNull String id) {
    return bodies.view(feed.get(id));
  }

  @Query
  @Needs(Scope.EVENTS_READ)
  @Description("Every type of event.")
  public @NonNull List<@NonNull EventTypeView> eventTypes() {
    return EventTypeView.all();
  }
}
