package app.vouch.delivery;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sends a delivered or dead delivery again, from the start of the schedule. */
@Schema(name = "TransitionDelivery")
@Input("TransitionDeliveryInput")
public record TransitionDelivery(
    @Schema(hidden = true) @Id @NonNull String id,
    @NotNull RequestedAction action,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public TransitionDelivery {}

  /** What a caller can do with a delivery. */
  @Schema(name = "DeliveryAction")
  @Name("DeliveryAction")
  public enum RequestedAction {
    RESEND;

    DeliveryAction action() {
      return switch (this) {
        case RESEND -> DeliveryAction.RESEND;
      };
    }
  }

  TransitionDelivery on(String delivery) {
    return new TransitionDelivery(delivery, action, idempotencyKey);
  }
}
