package app.vouch.platform.feed;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * An event in GraphQL.
 *
 * @param live false in the tenant's test realm
 * @param sequence 1, 2, 3 … per resource, without gaps
 * @param data the event's data, as JSON
 */
@Name("Event")
public record EventView(
    @Id @NonNull String id,
    @NonNull String type,
    @NonNull Instant timestamp,
    @NonNull String apiVersion,
    boolean live,
    long sequence,
    @NonNull EventResourceView resource,
    @NonNull String data) {

  /** The resource that changed, and its version after the change. */
  @Name("EventSubject")
  public record EventResourceView(@NonNull String type, @Id @NonNull String id, int version) {}
}
