package app.vouch.delivery;

import app.vouch.platform.work.Command;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes a webhook endpoint.
 *
 * @param url https; its host must be at public addresses only
 * @param eventTypes {@code referral.won}, {@code referral.*} or {@code *}
 * @param eventFilter which events of the types; all when absent
 * @param signature how deliveries are signed; {@code V1} when absent
 * @param ordered whether a resource's events come one after another, in their order; false when
 *     absent
 * @param concurrency how many attempts it takes at once; 4 when absent
 * @param maxPerMinute how many attempts it takes in a minute; no limit when absent
 * @param apiVersion of the events' format; the newest when absent
 * @param payload what deliveries hold; the whole event when absent
 * @param headers that go with every delivery
 * @param retrySchedule the delay before each attempt, the first included, in ISO 8601 such as
 *     {@code PT5M}; the service's own when absent
 * @param authentication what the receiver wants to see; nothing when absent
 * @param alertEmail who is told by mail when it fails, is disabled for that, or works again; nobody
 *     when absent
 */
@Schema(name = "CreateWebhookEndpoint")
@Input("CreateWebhookEndpointInput")
public record CreateWebhookEndpoint(
    @NotBlank @Size(max = 2000) @Pattern(regexp = CreateWebhookEndpoint.URL) String url,
    @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 60) String> eventTypes,
    @Size(max = 500) @Nullable String description,
    @Valid @Nullable EventFilter eventFilter,
    @Nullable SignatureKind signature,
    @Nullable Boolean ordered,
    @Min(1) @Max(CreateWebhookEndpoint.MOST_AT_ONCE) @Nullable Integer concurrency,
    @Min(1) @Max(CreateWebhookEndpoint.MOST_PER_MINUTE) @Nullable Integer maxPerMinute,
    @Size(max = 20) @Nullable String apiVersion,
    @Valid @Nullable WebhookPayload payload,
    @Size(max = CreateWebhookEndpoint.MOST_HEADERS)
        @Nullable List<@NotNull @NonNull @Valid WebhookHeader> headers,
    @Size(max = CreateWebhookEndpoint.MOST_TRIES)
        @Nullable List<@NotBlank @NonNull @Size(max = 40) String> retrySchedule,
    @Valid @Nullable WebhookAuthentication authentication,
    @Size(max = 254) @Nullable String alertEmail,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  /** The beginning of a URL; the rest is checked with its address. */
  static final String URL = "https?://\\S+";

  static final int MOST_AT_ONCE = 50;
  static final int MOST_PER_MINUTE = 60_000;
  static final int MOST_HEADERS = 20;
  static final int MOST_TRIES = 20;

  public CreateWebhookEndpoint {}
}
