package app.vouch.delivery.dispatch;

import app.vouch.delivery.DeliveryQueue;
import app.vouch.delivery.EndpointHealth;
import app.vouch.delivery.EndpointHealths;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps account of how attempts end, per endpoint, in the transaction that records them. */
@ApplicationScoped
class HealthBook {

  /** A healthy endpoint's last success is written no more often. */
  private static final Duration SUCCESSES_EVERY = Duration.ofMinutes(1);

  private final DeliveryQueue queue;
  private final EndpointHealths healths;

  HealthBook(DeliveryQueue queue, EndpointHealths healths) {
    this.queue = queue;
    this.healths = healths;
  }

  /** The endpoints that are held now. */
  Set<UUID> record(List<AttemptResult> results) {
    Map<UUID, List<AttemptResult>> byEndpoint = new TreeMap<>();
    results.stream()
        .sorted(Comparator.comparing(AttemptResult::endedAt))
        .forEach(
            r ->
                byEndpoint
                    .computeIfAbsent(r.claim().lane().endpointId(), id -> new ArrayList<>())
                    .add(r));
    Map<UUID, EndpointHealth> known = healths.lock(byEndpoint.keySet());
    Set<UUID> held = new HashSet<>();
    byEndpoint.forEach(
        (endpoint, attempts) -> {
          if (isHeldAfter(attempts, known.get(endpoint))) {
            held.add(endpoint);
          }
        });
    return held;
  }

  private boolean isHeldAfter(List<AttemptResult> attempts, @Nullable EndpointHealth before) {
    Lane lane = attempts.getFirst().claim().lane();
    EndpointHealth first = before == null ? EndpointHealth.UNKNOWN : before;
    EndpointHealth health = first;
    for (AttemptResult attempt : attempts) {
      health =
          healths.after(
              health, attempt.endedAt(), attempt.status(), attempt.error(), attempt.refused());
    }
    if (isWorthWriting(first, health)) {
      healths.save(lane.tenantId(), lane.endpointId(), health);
    }
    if (first.isHeld() && !health.isHeld()) {
      queue.release(lane.tenantId(), lane.endpointId());
    }
    return health.isHeld();
  }

  private static boolean isWorthWriting(EndpointHealth before, EndpointHealth after) {
    Instant last = before.lastSuccessAt();
    Instant success = after.lastSuccessAt();
    return before.failures() > 0
        || after.failures() > 0
        || last == null
        || success == null
        || Duration.between(last, success).compareTo(SUCCESSES_EVERY) > 0;
  }
}
