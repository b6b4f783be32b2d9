package app.vouch.delivery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The members of an endpoint that a merge patch can change; null removes what may be absent. */
@Schema(name = "WebhookEndpointPatch")
record WebhookEndpointPatch(
    @Nullable String url,
    @Nullable List<String> eventTypes,
    @Nullable String description,
    @Nullable EventFilter eventFilter,
    @Nullable Boolean ordered,
    @Nullable Integer concurrency,
    @Nullable Integer maxPerMinute,
    @Nullable String apiVersion,
    @Nullable WebhookPayload payload,
    @Nullable List<WebhookHeader> headers,
    @Nullable List<String> retrySchedule,
    @Nullable WebhookAuthentication authentication,
    @Nullable String alertEmail) {}
