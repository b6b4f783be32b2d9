package app.vouch.delivery;

import app.vouch.platform.event.EventFeed;
import app.vouch.platform.event.EventType;
import app.vouch.platform.event.EventTypeFilter;
import app.vouch.platform.event.RecordedEvent;
import app.vouch.platform.job.JobSlice;
import app.vouch.platform.job.JobTask;
import app.vouch.platform.job.JobView;
import app.vouch.platform.job.Jobs;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sends what failed, what is missing, or all of a time to one endpoint again, as a job. */
@ApplicationScoped
public class DeliveryReplayService implements JobTask<DeliveryReplay> {
  private static final int AT_ONCE = 200;

  private final WebhookEndpointRepository endpoints;
  private final DeliveryRepository deliveries;
  private final DeliveryMoves moves;
  private final DeliveryQueue queue;
  private final EventFeed events;
  private final Jobs jobs;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;
  private final Duration keep;

  DeliveryReplayService(
      WebhookEndpointRepository endpoints,
      DeliveryRepository deliveries,
      DeliveryMoves moves,
      DeliveryQueue queue,
      EventFeed events,
      Jobs jobs,
      Work work,
      Uuid7 ids,
      Clock clock,
      @ConfigProperty(name = "vouch.retention.deliveries") Duration keep) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.moves = moves;
    this.queue = queue;
    this.events = events;
    this.jobs = jobs;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
    this.keep = keep;
  }

  /**
   * Begins the job, in the name of the caller.
   *
   * @throws Refusal.NotFound when the tenant has no such endpoint
   * @throws Refusal.Invalid when an event type is unknown, or the time ends before it begins
   */
  public Answer<JobView> begin(ReplayDeliveries command) {
    UUID id = IdType.WEBHOOK_ENDPOINT.inPath(command.id());
    return work.write(
        "replayDeliveries",
        command,
        JobView.class,
        () -> {
          endpoints.lock(id);
          return Answer.created(jobs.start(this, input(command), null));
        });
  }

  private static DeliveryReplay input(ReplayDeliveries command) {
    if (command.from() != null && command.to() != null && !command.from().isBefore(command.to())) {
      throw new Refusal.Invalid("/to", "out-of-range", "must be after from");
    }
    List<String> types = command.eventTypes();
    return new DeliveryReplay(
        command.id(),
        command.scope(),
        command.from(),
        command.to(),
        types == null ? null : EventTypeFilter.parse("/eventTypes", types).patterns());
  }

  @Override
  public String kind() {
    return "delivery-replay";
  }

  @Override
  public Class<DeliveryReplay> inputType() {
    return DeliveryReplay.class;
  }

  /** Under the endpoint's lock, so that two replays do not make the same delivery. */
  @Override
  public JobSlice run(UUID jobId, DeliveryReplay input, @Nullable String cursor) {
    AtomicReference<JobSlice> slice = new AtomicReference<>(JobSlice.last(0, List.of()));
    work.step(
        "replayDeliveries",
        () -> {
          WebhookEndpoint endpoint =
              endpoints.lock(IdType.WEBHOOK_ENDPOINT.inPath(input.endpointId()));
          slice.set(
              input.scope() == ReplayScope.FAILED
                  ? failed(endpoint, input, cursor)
                  : logged(endpoint, input, cursor));
        });
    return Objects.requireNonNull(slice.get());
  }

  private JobSlice failed(WebhookEndpoint endpoint, DeliveryReplay input, @Nullable String cursor) {
    UUID after = cursor == null ? new UUID(0, 0) : UUID.fromString(cursor);
    List<Delivery> dead = deliveries.dead(endpoint.id(), after, input.from(), input.to(), AT_ONCE);
    EventTypeFilter types = input.types();
    List<Delivery> wanted =
        dead.stream()
            .filter(d -> EventType.of(d.eventType()).map(types::wants).orElse(false))
            .toList();
    wanted.forEach(delivery -> moves.resend(delivery, Band.RECOVERY));
    return new JobSlice(
        wanted.size(), List.of(), dead.size() < AT_ONCE ? null : dead.getLast().id().toString());
  }

  private JobSlice logged(WebhookEndpoint endpoint, DeliveryReplay input, @Nullable String cursor) {
    long after = cursor == null ? 0 : Long.parseLong(cursor);
    List<RecordedEvent> page =
        events.between(after, input.from(), input.to(), input.types(), AT_ONCE);
    Wanted wanted = endpoint.wanted();
    List<RecordedEvent> matching =
        page.stream()
            .filter(event -> wanted.includes(event.type(), () -> Wanted.read(event.body())))
            .toList();
    Map<UUID, Delivery> known =
        deliveries.byEvents(endpoint.id(), matching.stream().map(RecordedEvent::id).toList());
    List<NewDelivery> missing = new ArrayList<>();
    for (RecordedEvent event : matching) {
      Delivery delivery = known.get(event.id());
      if (delivery == null && (input.scope() == ReplayScope.ALL || !mayBeOver(endpoint, event))) {
        missing.add(missing(endpoint, event));
      } else if (delivery != null && input.scope() == ReplayScope.ALL && delivery.isOver()) {
        moves.resend(delivery, Band.RECOVERY);
      }
    }
    queue.add(missing, Band.RECOVERY);
    return new JobSlice(
        matching.size(),
        List.of(),
        page.size() < AT_ONCE ? null : Long.toString(page.getLast().position()));
  }

  /** Deliveries that are over are removed one day; what is so old may have been delivered. */
  private boolean mayBeOver(WebhookEndpoint endpoint, RecordedEvent event) {
    Instant recorded = Uuid7.madeAt(event.id());
    return recorded.isBefore(clock.instant().minus(keep))
        && !recorded.isBefore(endpoint.createdAt());
  }

  private NewDelivery missing(WebhookEndpoint endpoint, RecordedEvent event) {
    return new NewDelivery(
        ids.next(),
        endpoint.id(),
        event.id(),
        event.type().text(),
        event.resourceId(),
        event.sequence(),
        null);
  }
}
