package app.vouch.delivery;

import app.vouch.platform.work.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event for one endpoint.
 *
 * @param attempts how often it was tried
 * @param lastStatus the last answer's HTTP status; null when none came
 * @param lastError why the last attempt failed
 * @param nextAttemptAt when it is tried next, while it is scheduled
 */
@Schema(name = "Delivery")
@Name("Delivery")
public record DeliveryView(
    @Id @NonNull String id,
    @Id @NonNull String webhookEndpointId,
    @Id @NonNull String eventId,
    @NonNull String eventType,
    @NonNull DeliveryState state,
    int attempts,
    @Nullable Integer lastStatus,
    @Nullable String lastError,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant deliveredAt,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned {}
