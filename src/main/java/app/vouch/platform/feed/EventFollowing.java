package app.vouch.platform.feed;

import app.vouch.platform.access.Actor;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.event.EventFeed;
import app.vouch.platform.event.EventTypeFilter;
import app.vouch.platform.event.FollowedEvents;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.shared.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers follow the log as it grows, each at their own pace: pages are read when the one
 * before is used up, so a slow reader costs no memory. The database may be away meanwhile.
 */
@ApplicationScoped
class EventFollowing {
  private static final Actor SYSTEM = Actor.system("feed");
  private static final int PAGE = 100;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

  private final EventFeed feed;
  private final EventTail tail;
  private final EventBodies bodies;
  private final TenantScope scope;
  private final RequestContext request;
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

  EventFollowing(
      EventFeed feed,
      EventTail tail,
      EventBodies bodies,
      TenantScope scope,
      RequestContext request) {
    this.feed = feed;
    this.tail = tail;
    this.bodies = bodies;
    this.scope = scope;
    this.request = request;
  }

  @PreDestroy
  void close() {
    readers.shutdownNow();
  }

  /**
   * The present tenant's events behind one, and then what comes, without an end.
   *
   * @param after TypeID of the last event that the caller has; null from now on
   * @param resource what the events are about; null for everything
   * @throws Refusal when there is no such event, or it is older than the log
   */
  Multi<EventView> follow(@Nullable String after, EventTypeFilter filter, @Nullable UUID resource) {
    Follower follower =
        new Follower(
            after == null ? feed.end() : feed.placeOf(after),
            new Wish(filter, resource),
            new Reader(request.tenantId(), request.requestId()));
    return Multi.createBy()
        .repeating()
        .uni(() -> follower, Follower::next)
        .indefinitely()
        .onItem()
        .disjoint();
  }

  private record Wish(EventTypeFilter filter, @Nullable UUID resource) {}

  /** On whose behalf the log is read, long after the request. */
  private record Reader(UUID tenant, String requestId) {}

  /** One who follows. Only one page is read at a time. */
  private final class Follower {
    private final Wish wish;
    private final Reader reader;
    private long position;

    Follower(long position, Wish wish, Reader reader) {
      this.position = position;
      this.wish = wish;
      this.reader = reader;
    }

    /** The next page, empty when it is worth another look. */
    Uni<List<EventView>> next() {
      return Uni.createFrom()
          .deferred(
              () -> {
                var growth = tail.growth();
                return Uni.createFrom()
                    .item(this::read)
                    .flatMap(
                        found ->
                            found.isEmpty()
                                ? Uni.createFrom().completionStage(growth).replaceWith(found)
                                : Uni.createFrom().item(found));
              })
          .runSubscriptionOn(readers)
          .onFailure(fault -> !(fault instanceof Refusal))
          .retry()
          .withBackOff(FIRST_BACKOFF, LONGEST_BACKOFF)
          .indefinitely();
    }

    private List<EventView> read() {
      Supplier<FollowedEvents> reading =
          () -> feed.following(position, wish.filter(), wish.resource(), PAGE);
      FollowedEvents found = scope.call(reader.tenant(), SYSTEM, reader.requestId(), reading);
      List<EventView> views = found.events().stream().map(bodies::view).toList();
      position = found.position();
      return views;
    }
  }
}
