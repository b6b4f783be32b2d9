package app.vouch.platform.http;

import app.vouch.platform.access.Caller;
import app.vouch.platform.access.CallerIdentity;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A token bucket per key, in memory of each replica: the key's limit divided by {@code
 * VOUCH_REPLICAS}, so it is wrong by one replica's share at most.
 */
@ApplicationScoped
public class RateLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_BUCKETS = 10_000;

  private final Problems problems;
  private final int replicas;
  private final Map<String, Bucket> buckets = new Buckets();

  /** Apart, since anybody can make as many names of theirs as they like. */
  private final Map<String, Bucket> visitors = new Buckets();

  /** The oldest that nobody asked for makes room. */
  private static final class Buckets extends LinkedHashMap<String, Bucket> {
    private static final long serialVersionUID = 1;

    Buckets() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > MOST_BUCKETS;
    }
  }

  RateLimits(Problems problems, @ConfigProperty(name = "vouch.replicas") int replicas) {
    this.problems = problems;
    this.replicas = Math.max(1, replicas);
  }

  void install(@Observes Router router) {
    router.route("/v1/*").order(RouteOrder.RATE_LIMIT).handler(this::limit);
    router.route("/graphql").order(RouteOrder.RATE_LIMIT).handler(this::limit);
  }

  /** The bucket of that name, full at first. */
  public Bucket bucket(String name, int perMinute) {
    return bucket(buckets, name, perMinute);
  }

  /** The same for those who have no key. */
  public Bucket ofVisitors(String name, int perMinute) {
    return bucket(visitors, name, perMinute);
  }

  private static Bucket bucket(Map<String, Bucket> all, String name, int perMinute) {
    synchronized (all) {
      return all.computeIfAbsent(
          name,
          n ->
              Bucket.builder()
                  .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                  .build());
    }
  }

  private void limit(RoutingContext http) {
    Caller caller = CallerIdentity.of(http);
    if (caller == null || admits(http, caller)) {
      http.next();
    }
  }

  /** Counts a call, and answers it where it is one too many. */
  public boolean admits(RoutingContext http, Caller caller) {
    int share = share(caller);
    ConsumptionProbe probe = probe(caller);
    long reset = Math.ceilDiv(probe.getNanosToWaitForReset(), Duration.ofSeconds(1).toNanos());
    http.response()
        .putHeader("RateLimit-Policy", "\"key\";q=%d;w=%d".formatted(share, WINDOW.toSeconds()))
        .putHeader("RateLimit", "\"key\";r=%d;t=%d".formatted(probe.getRemainingTokens(), reset));
    if (!probe.isConsumed()) {
      Refusal.Rule refusal = tooMany(share, probe);
      http.response().putHeader("Retry-After", String.valueOf(refusal.facts().get("retryAfter")));
      problems.send(http, refusal.type(), refusal.detail());
    }
    return probe.isConsumed();
  }

  /**
   * Counts a call that is no request of its own.
   *
   * @throws Refusal.Rule {@code rate-limited}
   */
  public void count(Caller caller) {
    ConsumptionProbe probe = probe(caller);
    if (!probe.isConsumed()) {
      throw tooMany(share(caller), probe);
    }
  }

  private ConsumptionProbe probe(Caller caller) {
    int share = share(caller);
    return bucket(caller.limitKey() + "/" + share, share).tryConsumeAndReturnRemaining(1);
  }

  private int share(Caller caller) {
    return Math.max(1, caller.callsPerMinute() / replicas);
  }

  private static Refusal.Rule tooMany(int share, ConsumptionProbe probe) {
    long wait = Math.ceilDiv(probe.getNanosToWaitForRefill(), Duration.ofSeconds(1).toNanos());
    return new Refusal.Rule(
        ProblemType.RATE_LIMITED,
        "This key may make %d calls a minute here; wait %d s".formatted(share, wait),
        Map.of("retryAfter", wait));
  }
}
