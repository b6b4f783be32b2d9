package app.vouch.delivery;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint's attempts end, and what waits for it.
 *
 * @param failures attempts that failed in a row
 * @param failingSince the first of them
 * @param lastStatus the last answer's HTTP status; null when none came
 * @param lastError why the last attempt failed; null when it did not
 * @param heldSince since when deliveries are held and only one is tried from time to time
 * @param nextProbeAt when one held delivery is tried
 * @param disablesAt when the endpoint is disabled, should it go on failing
 * @param scheduled deliveries that wait for their time
 * @param held deliveries that wait for the endpoint
 * @param dead deliveries that were given up; they can be sent again
 * @param removedDelivered delivered ones that are not kept any more
 * @param removedDead dead ones that are not kept any more
 */
@Schema(name = "WebhookEndpointHealth")
@Name("WebhookEndpointHealth")
public record EndpointHealthView(
    @Id @NonNull String webhookEndpointId,
    @NonNull HealthState state,
    int failures,
    @Nullable Instant failingSince,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastFailureAt,
    @Nullable Integer lastStatus,
    @Nullable String lastError,
    @Nullable Instant heldSince,
    @Nullable HeldReason heldReason,
    @Nullable Instant nextProbeAt,
    @Nullable Instant disablesAt,
    int scheduled,
    int held,
    int dead,
    int removedDelivered,
    int removedDead) {}
