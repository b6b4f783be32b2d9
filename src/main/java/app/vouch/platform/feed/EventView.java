package app.vouch.platform.feed;

import app.vouch.platform.event.EventBody.Cause;
import app.vouch.platform.event.EventBody.Resource;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * An event in GraphQL.
 *
 * @param live false in the tenant's test realm
 * @param sequence 1, 2, 3 … per resource, without gaps
 * @param data the event's data, as JSON
 * @param changes field → [before, after], as JSON
 * @param erasedAt when personal data were removed from the body
 */
@Name("Event")
public record EventView(
    @Id @NonNull String id,
    @NonNull String type,
    @NonNull Instant timestamp,
    @NonNull String apiVersion,
    boolean live,
    @Id @NonNull String tenantId,
    long sequence,
    @NonNull Resource resource,
    @NonNull String data,
    @NonNull String changes,
    @NonNull Cause cause,
    @Nullable Instant erasedAt) {}
