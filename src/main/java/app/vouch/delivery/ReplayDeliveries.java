package app.vouch.delivery;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to an endpoint again, as a job. They keep their ids, and give way to new events.
 *
 * @param from the earliest event; from the beginning when absent
 * @param to before this time; everything so far when absent
 * @param eventTypes of these types only; all that the endpoint wants when absent
 */
@Schema(name = "ReplayDeliveries")
@Input("ReplayDeliveriesInput")
public record ReplayDeliveries(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull @NonNull ReplayScope scope,
    @Nullable Instant from,
    @Nullable Instant to,
    @Size(min = 1, max = 100) @Nullable List<@NotBlank @NonNull @Size(max = 60) String> eventTypes,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public ReplayDeliveries {}

  ReplayDeliveries on(String endpoint) {
    return new ReplayDeliveries(endpoint, scope, from, to, eventTypes, idempotencyKey);
  }
}
