package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;
import app.vouch.delivery.DeliverySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What this replica is sending, and what it learned about the endpoints meanwhile. First attempts,
 * retries and recoveries have a share each, so that none takes every slot; what goes to an endpoint
 * whose last attempt failed counts as a retry. An endpoint begins with one attempt at once, may
 * have twice as many after each success and half as many after a failure, and one after two.
 */
@ApplicationScoped
class InFlight {
  private static final int EIGHTHS = 8;
  private static final Map<Band, Integer> SHARES =
      Map.of(Band.FIRST, 7, Band.RETRY, 4, Band.RECOVERY, 1);

  /** An attempt that takes so much longer than others costs as much more. */
  private static final Duration COST_OF_ONE = Duration.ofMillis(500);

  private static final int HIGHEST_COST = 8;
  private static final int WIDEST = 1 << 6;
  private static final Known NEW = new Known(false, 1, Duration.ZERO);

  /** What is known of a lane from its last attempts. */
  private record Known(boolean failing, int window, Duration usual) {
    Known after(boolean failed, Duration took) {
      return new Known(
          failed,
          failed ? (failing ? 1 : Math.max(1, window / 2)) : Math.min(WIDEST, window * 2),
          usual.isZero() ? took : usual.multipliedBy(7).plus(took).dividedBy(8));
    }
  }

  private final int most;
  private final Map<Band, Integer> shares = new EnumMap<>(Band.class);
  private final Map<Lane, Known> lanes = new HashMap<>();
  private final Map<Lane, Integer> sending = new HashMap<>();
  private int all;

  @Inject
  InFlight(DeliverySettings settings) {
    this(settings.inFlight());
  }

  /**
   * @param most attempts at once
   */
  InFlight(int most) {
    this.most = most;
  }

  synchronized int free() {
    return most - all;
  }

  /** How many more a share can have. */
  synchronized int free(Band share) {
    int limit = Math.max(1, most * SHARES.getOrDefault(share, EIGHTHS) / EIGHTHS);
    return Math.min(free(), limit - shares.getOrDefault(share, 0));
  }

  /** How many more a lane can have, as far as its endpoint is known. */
  synchronized int room(Lane lane) {
    return known(lane).window() - sending.getOrDefault(lane, 0);
  }

  /** Whose share a lane's delivery takes. */
  synchronized Band share(Lane lane, Band band) {
    return band == Band.PROBE || (band == Band.FIRST && known(lane).failing()) ? Band.RETRY : band;
  }

  synchronized boolean isSending(Lane lane) {
    return sending(lane) > 0;
  }

  synchronized int sending(Lane lane) {
    return sending.getOrDefault(lane, 0);
  }

  /** What an attempt costs in the circle of its tenant. */
  synchronized int cost(Lane lane) {
    long times = known(lane).usual().dividedBy(COST_OF_ONE) + 1;
    return (int) Math.min(times, HIGHEST_COST);
  }

  synchronized void begin(Lane lane, Band share) {
    all++;
    sending.merge(lane, 1, Integer::sum);
    shares.merge(share, 1, Integer::sum);
  }

  synchronized void end(Lane lane, Band share, boolean failed, Duration took) {
    all--;
    sending.computeIfPresent(lane, (l, n) -> n == 1 ? null : n - 1);
    shares.merge(share, -1, Integer::sum);
    lanes.put(lane, known(lane).after(failed, took));
  }

  private Known known(Lane lane) {
    return lanes.getOrDefault(lane, NEW);
  }

  /** Its endpoint has nothing waiting any more. */
  synchronized void forget(Lane lane) {
    lanes.remove(lane);
  }
}
