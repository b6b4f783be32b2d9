package app.vouch.delivery;

import app.vouch.shared.Choices;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Times;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are wanted.
 *
 * @param resourceId what the event is about, such as a referral
 * @param from made at this time or later
 * @param to made before this time
 */
@Input("DeliveryFilter")
public record DeliveryFilter(
    @Id @Nullable String webhookEndpointId,
    @Id @Nullable String eventId,
    @Id @Nullable String resourceId,
    @Nullable DeliveryState state,
    @Nullable Instant from,
    @Nullable Instant to) {
  /** Every delivery. */
  static final DeliveryFilter ALL = new DeliveryFilter(null, null, null, null, null, null);

  public DeliveryFilter {}

  /**
   * From query parameters.
   *
   * @throws Refusal.Invalid when the state or a time cannot be read
   */
  static DeliveryFilter of(
      @Nullable String webhookEndpointId,
      @Nullable String eventId,
      @Nullable String resourceId,
      @Nullable String state,
      @Nullable String from,
      @Nullable String to) {
    return new DeliveryFilter(
        webhookEndpointId,
        eventId,
        resourceId,
        Choices.parse(DeliveryState.class, "/state", state),
        Times.parameter("/from", from),
        Times.parameter("/to", to));
  }

  /**
   * @throws Refusal.Invalid when it is no endpoint's id
   */
  @Nullable UUID endpoint() {
    return IdType.WEBHOOK_ENDPOINT.inQuery("/webhookEndpointId", webhookEndpointId);
  }

  /**
   * @throws Refusal.Invalid when it is no event's id
   */
  @Nullable UUID event() {
    return IdType.EVENT.inQuery("/eventId", eventId);
  }

  /**
   * @throws Refusal.Invalid when it is no id of any type
   */
  @Nullable UUID resource() {
    return IdType.anyInQuery("/resourceId", resourceId);
  }
}
