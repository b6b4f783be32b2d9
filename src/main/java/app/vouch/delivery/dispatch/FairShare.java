package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deals the free slots out: tenants get turns, and so do the lanes of a tenant, by deficit round
 * robin. Of one lane, first attempts weigh more than retries, and both more than what was held.
 */
final class FairShare {
  private static final int TENANT_QUANTUM = 4;
  private static final Map<Band, Integer> WEIGHTS =
      Map.of(Band.FIRST, 8, Band.RETRY, 4, Band.RECOVERY, 1);

  /** What waits in one lane and band. */
  private record Queue(Lane lane, Band band) {}

  private final int lanesAtOnce;
  private final DeficitRound<UUID> tenants = new DeficitRound<>();
  private final Map<UUID, DeficitRound<Queue>> queues = new HashMap<>();

  /**
   * @param lanesAtOnce how many lanes one deal serves
   */
  FairShare(int lanesAtOnce) {
    this.lanesAtOnce = lanesAtOnce;
  }

  /**
   * @param inFlight what is under way, which this does not change
   */
  List<Grant> deal(List<Waiting> waiting, InFlight inFlight) {
    return new Deal(waiting, inFlight).run();
  }

  /** One deal, with what is left to give. */
  private final class Deal {
    private final Map<Lane, Waiting> lanes = new LinkedHashMap<>();
    private final Map<Lane, Integer> rooms = new HashMap<>();
    private final Map<UUID, Set<Queue>> byTenant = new LinkedHashMap<>();
    private final Map<Queue, Integer> granted = new LinkedHashMap<>();
    private final Set<Lane> served = new HashSet<>();
    private final Map<Band, Integer> shares = new EnumMap<>(Band.class);
    private final InFlight inFlight;
    private int free;

    Deal(List<Waiting> waiting, InFlight inFlight) {
      this.inFlight = inFlight;
      free = inFlight.free();
      for (Band band : Band.values()) {
        shares.put(band, inFlight.free(band));
      }
      for (Waiting one : waiting) {
        lanes.put(one.lane(), one);
        rooms.put(one.lane(), Math.min(one.room(), inFlight.room(one.lane())));
        Set<Queue> mine = byTenant.computeIfAbsent(one.lane().tenantId(), t -> new HashSet<>());
        one.bands().forEach(band -> mine.add(new Queue(one.lane(), band)));
      }
      tenants.waiting(byTenant.keySet());
      queues.keySet().retainAll(byTenant.keySet());
      byTenant.forEach(
          (tenant, mine) ->
              queues.computeIfAbsent(tenant, t -> new DeficitRound<>()).waiting(mine));
    }

    List<Grant> run() {
      for (Queue next = next(); next != null; next = next()) {
        granted.merge(next, 1, Integer::sum);
        served.add(next.lane());
        rooms.merge(next.lane(), -1, Integer::sum);
        shares.merge(share(next), -1, Integer::sum);
        free--;
      }
      return granted.entrySet().stream()
          .map(
              grant ->
                  new Grant(
                      grant.getKey().lane(),
                      Objects.requireNonNull(lanes.get(grant.getKey().lane())).terms(),
                      grant.getKey().band(),
                      grant.getValue()))
          .toList();
    }

    private @Nullable Queue next() {
      UUID tenant = tenants.next(this::able, t -> TENANT_QUANTUM, t -> 1);
      return tenant == null
          ? null
          : Objects.requireNonNull(queues.get(tenant))
              .next(
                  this::able,
                  queue -> WEIGHTS.getOrDefault(queue.band(), 1),
                  queue -> inFlight.cost(queue.lane()));
    }

    private boolean able(UUID tenant) {
      return byTenant.getOrDefault(tenant, Set.of()).stream().anyMatch(this::able);
    }

    private boolean able(Queue queue) {
      return free > 0
          && rooms.getOrDefault(queue.lane(), 0) > 0
          && shares.getOrDefault(share(queue), 0) > 0
          && (served.size() < lanesAtOnce || served.contains(queue.lane()));
    }

    private Band share(Queue queue) {
      return inFlight.share(queue.lane(), queue.band());
    }
  }
}
