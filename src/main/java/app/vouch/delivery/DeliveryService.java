package app.vouch.delivery;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.SampleEvents;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with deliveries. */
@ApplicationScoped
public class DeliveryService {
  private final DeliveryRepository deliveries;
  private final DeliveryAttemptRepository attempts;
  private final WebhookEndpointService endpoints;
  private final DeliveryQueue queue;
  private final SampleEvents samples;
  private final DeliveryMoves moves;
  private final Journal journal;
  private final Work work;
  private final Uuid7 ids;

  DeliveryService(
      DeliveryRepository deliveries,
      DeliveryAttemptRepository attempts,
      WebhookEndpointService endpoints,
      DeliveryQueue queue,
      SampleEvents samples,
      DeliveryMoves moves,
      Journal journal,
      Work work,
      Uuid7 ids) {
    this.deliveries = deliveries;
    this.attempts = attempts;
    this.endpoints = endpoints;
    this.queue = queue;
    this.samples = samples;
    this.moves = moves;
    this.journal = journal;
    this.work = work;
    this.ids = ids;
  }

  /**
   * Sends a sample event to an endpoint, whatever types it wants.
   *
   * @throws Refusal.NotFound when the tenant has no such endpoint
   */
  public Answer<DeliveryView> test(TestWebhookEndpoint command) {
    return work.write(
        "testWebhookEndpoint",
        command,
        DeliveryView.class,
        () -> {
          WebhookEndpointView endpoint = endpoints.get(command.id());
          UUID endpointId = IdType.WEBHOOK_ENDPOINT.inPath(endpoint.id());
          UUID event = ids.next();
          byte[] body =
              samples.body(
                  event,
                  EventType.ENDPOINT_TESTED,
                  endpointId,
                  endpoint.version(),
                  endpoint.forEvents());
          UUID id = ids.next();
          queue.add(
              List.of(
                  new NewDelivery(
                      id, endpointId, event, EventType.ENDPOINT_TESTED.text(), null, null, body)));
          return Answer.created(find(id, command.id()).view());
        });
  }

  /**
   * Sends a delivery again.
   *
   * @throws Refusal.NotFound when the tenant has no such delivery
   * @throws Refusal.NotAllowed when it is neither delivered nor dead
   */
  public Answer<DeliveryView> transition(TransitionDelivery command) {
    UUID id = IdType.DELIVERY.inPath(command.id());
    return work.write(
        "transitionDelivery",
        command,
        DeliveryView.class,
        () -> {
          Delivery delivery = deliveries.findById(id, LockModeType.PESSIMISTIC_WRITE);
          if (delivery == null) {
            throw new Refusal.NotFound(IdType.DELIVERY, command.id());
          }
          DeliveryAction action = command.action().action();
          if (!journal.lastWas(id, action, delivery.state())) {
            moves.resend(delivery, Band.RETRY);
          }
          return Answer.done(delivery.view());
        });
  }

  private Delivery find(UUID id, String reference) {
    Delivery found = deliveries.findById(id);
    if (found == null) {
      throw new Refusal.NotFound(IdType.DELIVERY, reference);
    }
    return found;
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such delivery
   */
  @Reads
  public DeliveryView get(String id) {
    return find(IdType.DELIVERY.inPath(id), id).view();
  }

  /**
   * An endpoint's deliveries, the newest first.
   *
   * @throws Refusal.NotFound when the tenant has no such endpoint
   */
  @Reads
  public Page<DeliveryView> list(
      String endpointId, @Nullable DeliveryState state, PageRequest page) {
    endpoints.get(endpointId);
    return search(new DeliveryFilter(endpointId, null, null, state, null, null), page);
  }

  /** Deliveries of all endpoints, the newest first. */
  @Reads
  public Page<DeliveryView> search(DeliveryFilter filter, PageRequest page) {
    return Page.of(
        deliveries.search(filter, page),
        page.limit(),
        delivery -> new Cursor(delivery.id()),
        rows -> rows.stream().map(Delivery::view).toList());
  }

  /**
   * A delivery's attempts, the newest first.
   *
   * @throws Refusal.NotFound when the tenant has no such delivery
   */
  @Reads
  public Page<DeliveryAttemptView> attempts(String id, PageRequest page) {
    UUID delivery = find(IdType.DELIVERY.inPath(id), id).id();
    return Page.of(
        attempts.page(delivery, page),
        page.limit(),
        attempt -> new Cursor(attempt.id()),
        rows -> rows.stream().map(DeliveryAttempt::view).toList());
  }
}
