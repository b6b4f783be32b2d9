package app.vouch.delivery.dispatch;

import app.vouch.delivery.DeliveriesQueued;
import app.vouch.delivery.DeliverySettings;
import app.vouch.platform.access.LogContext;
import app.vouch.platform.loop.BackgroundLoop;
import app.vouch.shared.IdType;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what is due, on every replica. One thread deals slots out to lanes and takes their
 * deliveries out of the queue; each is sent on a virtual thread of its own. An endpoint gets a few
 * at a time, so that a slow one keeps only its own waiting.
 */
@ApplicationScoped
class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final int AFTER_MIGRATION = 200;
  private static final Duration UPKEEP_EVERY = Duration.ofSeconds(1);
  private static final int LANES_AT_ONCE = 50;
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);

  private final Lanes lanes;
  private final KnownLanes known;
  private final LaneLeases leases;
  private final Claims claims;
  private final Upkeep upkeep;
  private final Probes probes;
  private final HealthNotices notices;
  private final Sender sender;
  private final Completer completer;
  private final QueueDepth depth;
  private final DeliverySettings settings;
  private final Clock clock;
  private final InFlight inFlight;
  private final FairShare shares = new FairShare(LANES_AT_ONCE);
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final BackgroundLoop loop;
  private long upkeepAt = System.nanoTime();

  Dispatcher(
      Lanes lanes,
      KnownLanes known,
      LaneLeases leases,
      InFlight inFlight,
      Claims claims,
      Upkeep upkeep,
      Probes probes,
      HealthNotices notices,
      Sender sender,
      Completer completer,
      QueueDepth depth,
      DeliverySettings settings,
      Clock clock) {
    this.lanes = lanes;
    this.known = known;
    this.leases = leases;
    this.inFlight = inFlight;
    this.claims = claims;
    this.upkeep = upkeep;
    this.probes = probes;
    this.notices = notices;
    this.sender = sender;
    this.completer = completer;
    this.depth = depth;
    this.settings = settings;
    this.clock = clock;
    this.loop = new BackgroundLoop("delivery-dispatcher", settings.polling(), this::round);
  }

  /** A lease that ends while its attempt may still be running would send twice: refused. */
  void start(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) {
    if (settings.lease().compareTo(settings.timeout().multipliedBy(2)) <= 0) {
      throw new IllegalStateException(
          "vouch.delivery.lease is %s; it must be longer than twice vouch.delivery.timeout, which is %s"
              .formatted(settings.lease(), settings.timeout()));
    }
    completer.start();
    loop.start();
  }

  /** What is being sent may end; what does not is taken back when its lease is over. */
  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    loop.stop(STOP_WAIT);
    senders.shutdown();
    if (!senders.awaitTermination(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.infof(
          "%d deliveries are still being sent; they go back after their lease",
          settings.inFlight() - inFlight.free());
    }
    completer.stop(STOP_WAIT);
    leases.letGoAll();
  }

  void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesQueued event) {
    loop.wake();
  }

  /** Whether there is more to do at once. */
  private boolean round() throws InterruptedException {
    boolean more = keepUp();
    if (inFlight.free() <= 0) {
      return more;
    }
    Thread.sleep(known.rest());
    List<Waiting> waiting = known.waiting(() -> lanes.waiting(leases.replica()), inFlight);
    for (Waiting one : waiting) {
      if (one.isStopped()) {
        more |= upkeep.hold(one.lane());
      }
    }
    List<Grant> grants = shares.deal(waiting.stream().map(Waiting::passing).toList(), inFlight);
    List<Claim> taken = claims.take(grants);
    known.took(grants, taken);
    taken.forEach(this::send);
    return more || !taken.isEmpty();
  }

  private boolean keepUp() {
    if (System.nanoTime() - upkeepAt < 0) {
      return false;
    }
    boolean more = upkeep.takeBack();
    more |= upkeep.release();
    more |= probes.send();
    more |= notices.give();
    leases.letGo(inFlight::isSending).forEach(inFlight::forget);
    depth.sample();
    upkeepAt = System.nanoTime() + (more ? 0 : UPKEEP_EVERY.toNanos());
    return more;
  }

  private void send(Claim claim) {
    inFlight.begin(claim.lane(), claim.share());
    senders.execute(
        () -> {
          AttemptResult result = logged(claim);
          completer.add(result, () -> recorded(result));
        });
  }

  private AttemptResult logged(Claim claim) {
    return LogContext.call(
        claim.lane().tenantId(), IdType.DELIVERY.format(claim.deliveryId()), () -> attempt(claim));
  }

  private AttemptResult attempt(Claim claim) {
    Instant startedAt = clock.instant();
    try {
      return sender.send(claim);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return sender.broken(claim, startedAt, e);
    } catch (RuntimeException | Error e) {
      LOG.errorf(e, "an attempt to deliver %s broke", claim.deliveryId());
      return sender.broken(claim, startedAt, e);
    }
  }

  private void recorded(AttemptResult result) {
    Claim claim = result.claim();
    boolean failed = result.verdict() != Verdict.DELIVERED;
    inFlight.end(claim.lane(), claim.share(), failed, result.duration());
    loop.wake();
  }
}
