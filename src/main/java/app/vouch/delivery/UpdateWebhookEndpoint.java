package app.vouch.delivery;

import app.vouch.platform.http.MergePatch;
import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Changes an endpoint; what is left out stays.
 *
 * @param version the version that the caller has read
 * @param description an empty text removes it
 * @param eventFilter one without alternatives removes it
 * @param concurrency 0 brings the default back
 * @param maxPerMinute 0 removes it
 * @param payload its members that are left out stay
 * @param headers none removes them
 * @param retrySchedule an empty one brings the service's own back
 * @param authentication its members that are left out stay while the kind stays
 * @param alertEmail an empty text removes it
 */
@Schema(hidden = true)
@Input("UpdateWebhookEndpointInput")
public record UpdateWebhookEndpoint(
    @Id @NonNull String id,
    int version,
    @Size(max = 2000) @Pattern(regexp = CreateWebhookEndpoint.URL) @Nullable String url,
    @Size(min = 1, max = 100) @Nullable List<@NotBlank @Size(max = 60) String> eventTypes,
    @Size(max = 500) @Nullable String description,
    @Valid @Nullable EventFilter eventFilter,
    @Nullable Boolean ordered,
    @Min(0) @Max(CreateWebhookEndpoint.MOST_AT_ONCE) @Nullable Integer concurrency,
    @Min(0) @Max(CreateWebhookEndpoint.MOST_PER_MINUTE) @Nullable Integer maxPerMinute,
    @Size(max = 20) @Nullable String apiVersion,
    @Valid @Nullable WebhookPayload payload,
    @Size(max = CreateWebhookEndpoint.MOST_HEADERS)
        @Nullable List<@NotNull @NonNull @Valid WebhookHeader> headers,
    @Size(max = CreateWebhookEndpoint.MOST_TRIES)
        @Nullable List<@NotBlank @NonNull @Size(max = 40) String> retrySchedule,
    @Valid @Nullable WebhookAuthentication authentication,
    @Size(max = 254) @Nullable String alertEmail,
    @Nullable String idempotencyKey)
    implements Command, OnResource {
  private static final String DESCRIPTION = "description";
  private static final String EVENT_FILTER = "eventFilter";
  private static final String CONCURRENCY = "concurrency";
  private static final String MAX_PER_MINUTE = "maxPerMinute";
  private static final String PAYLOAD = "payload";
  private static final String HEADERS = "headers";
  private static final String RETRY_SCHEDULE = "retrySchedule";
  private static final String AUTHENTICATION = "authentication";
  private static final String ALERT_EMAIL = "alertEmail";
  private static final Set<String> REMOVABLE =
      Set.of(
          DESCRIPTION,
          EVENT_FILTER,
          CONCURRENCY,
          MAX_PER_MINUTE,
          PAYLOAD,
          HEADERS,
          RETRY_SCHEDULE,
          AUTHENTICATION,
          ALERT_EMAIL);

  public UpdateWebhookEndpoint {}

  static UpdateWebhookEndpoint of(String id, int version, MergePatch<WebhookEndpointPatch> patch) {
    WebhookEndpointPatch fields = patch.removingOnly(REMOVABLE::contains).fields();
    return new UpdateWebhookEndpoint(
        id,
        version,
        fields.url(),
        fields.eventTypes(),
        patch.removed().contains(DESCRIPTION) ? "" : fields.description(),
        patch.removed().contains(EVENT_FILTER) ? new EventFilter(List.of()) : fields.eventFilter(),
        fields.ordered(),
        patch.removed().contains(CONCURRENCY) ? Integer.valueOf(0) : fields.concurrency(),
        patch.removed().contains(MAX_PER_MINUTE) ? Integer.valueOf(0) : fields.maxPerMinute(),
        fields.apiVersion(),
        patch.removed().contains(PAYLOAD)
            ? WebhookPayload.WHOLE
            : without(fields.payload(), patch.body().path(PAYLOAD)),
        patch.removed().contains(HEADERS) ? List.of() : fields.headers(),
        patch.removed().contains(RETRY_SCHEDULE) ? List.of() : fields.retrySchedule(),
        patch.removed().contains(AUTHENTICATION)
            ? WebhookAuthentication.NONE
            : without(fields.authentication(), patch.body().path(AUTHENTICATION)),
        patch.removed().contains(ALERT_EMAIL) ? "" : fields.alertEmail(),
        null);
  }

  private static @Nullable WebhookPayload without(@Nullable WebhookPayload given, JsonNode body) {
    return given == null
        ? null
        : new WebhookPayload(
            body.path("format").isNull() ? PayloadFormat.STANDARD : given.format(),
            body.path("thin").isNull() ? Boolean.FALSE : given.thin(),
            body.path("fields").isNull() ? List.of() : given.fields());
  }

  private static @Nullable WebhookAuthentication without(
      @Nullable WebhookAuthentication given, JsonNode body) {
    return given == null || !body.path("scope").isNull() ? given : given.withoutScope();
  }
}
