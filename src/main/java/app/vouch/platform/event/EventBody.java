package app.vouch.platform.event;

import app.vouch.platform.access.Actor;
import app.vouch.shared.ExternalRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event as receivers and the feed see it. */
@Schema(name = "Event", description = "Something that happened to a resource")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EventBody(
    @Schema(pattern = EventBody.EVENT_ID, description = "Also the webhook-id of every delivery")
        String id,
    @Schema(description = "One of GET /v1/event-types") String type,
    @Schema(description = "When the change was made, by the service's clock") Instant timestamp,
    @Schema(description = "The version of this format") String apiVersion,
    @Schema(description = "False in the tenant's test realm") boolean live,
    @Schema(pattern = EventBody.TENANT_ID) String tenantId,
    @Schema(
            minimum = "0",
            description = "1, 2, 3 and so on per resource, without gaps; 0 for a test")
        long sequence,
    Resource resource,
    @Schema(description = "The resource at that version, under its name; at times one thing more")
        Map<String, Object> data,
    @Schema(description = "Field: [before, after]; what is not told is left out")
        Map<String, List<@Nullable Object>> changes,
    Cause cause,
    @Schema(
            description =
                "When personal data were removed from the event; null where they were not")
        @Nullable Instant erasedAt) {
  public static final String API_VERSION = "2026-11-01";
  static final String EVENT_ID = "^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$";
  static final String TENANT_ID = "^ten_[0-7][0-9a-hjkmnp-tv-z]{25}$";

  /** The resource that changed, and its version after the change. */
  @Schema(name = "EventSubject", description = "What it happened to")
  @Name("EventSubject")
  public record Resource(
      @Schema(description = "The resource's name, and its member of data") @NonNull String type,
      @Id @NonNull String id,
      @Schema(minimum = "1", description = "After the change; to mirror state, keep the highest")
          int version,
      @Schema(description = "Where the resource lives in other systems") @NonNull
          List<@NonNull ExternalRef> externalRefs) {}

  /** Why it happened. */
  @Schema(name = "EventCause", description = "Why it happened")
  @Name("EventCause")
  public record Cause(
      @Schema(description = "The request that did it, as in X-Request-Id and the logs") @NonNull
          String requestId,
      @Schema(
              pattern = EventBody.EVENT_ID,
              description = "The event of the same write that led to this one")
          @Id
          @Nullable String eventId,
      @NonNull Actor actor) {}
}
