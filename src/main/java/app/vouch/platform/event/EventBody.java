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

/**
 * An event as receivers and the feed see it.
 *
 * @param timestamp when the change was made, by the service's clock
 * @param apiVersion the version of this format
 * @param live false in the tenant's test realm
 * @param sequence 1, 2, 3 … per resource, without gaps
 * @param data the resource's view at that version, under the resource's name
 * @param changes field → [before, after]
 * @param erasedAt when personal data were removed from the body
 */
@Schema(name = "Event")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EventBody(
    String id,
    String type,
    Instant timestamp,
    String apiVersion,
    boolean live,
    String tenantId,
    long sequence,
    Resource resource,
    Map<String, Object> data,
    Map<String, List<@Nullable Object>> changes,
    Cause cause,
    @Nullable Instant erasedAt) {
  static final String API_VERSION = "2026-11-01";

  /** The resource that changed, and its version after the change. */
  @Schema(name = "EventSubject")
  @Name("EventSubject")
  public record Resource(
      @NonNull String type,
      @Id @NonNull String id,
      int version,
      @NonNull List<@NonNull ExternalRef> externalRefs) {}

  /**
   * Why it happened.
   *
   * @param eventId the event of the same command that led to this one
   */
  @Schema(name = "EventCause")
  @Name("EventCause")
  public record Cause(
      @NonNull String requestId, @Id @Nullable String eventId, @NonNull Actor actor) {}
}
