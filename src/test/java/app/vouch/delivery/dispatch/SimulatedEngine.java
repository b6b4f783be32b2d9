package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The engine's dealing of slots over queues in memory and receivers that take virtual time. A round
 * costs time too, as it does with a database.
 */
final class SimulatedEngine {
  private static final long ROUND_MICROS = 5_000;
  private static final int CONCURRENCY = 4;

  /** What came to an endpoint: when it was committed, and how long until it was there. */
  record Arrival(Lane lane, Duration committed, Duration latency) {}

  /** An endpoint that answers after so long. */
  private static final class Endpoint {
    private final Lane lane;
    private final long answersAfter;
    private final boolean fails;
    private final Deque<Long> waiting = new ArrayDeque<>();
    private int sending;

    Endpoint(Lane lane, Duration answersAfter, boolean fails) {
      this.lane = lane;
      this.answersAfter = answersAfter.toNanos() / 1_000;
      this.fails = fails;
    }
  }

  private record Commit(long at, Endpoint endpoint) {}

  private record Attempt(long ends, Endpoint endpoint, Band share, long committed) {}

  private final Map<Lane, Endpoint> endpoints = new LinkedHashMap<>();
  private final PriorityQueue<Commit> commits =
      new PriorityQueue<>(Comparator.comparingLong(Commit::at));
  private final PriorityQueue<Attempt> attempts =
      new PriorityQueue<>(Comparator.comparingLong(Attempt::ends));
  private final List<Arrival> arrivals = new ArrayList<>();
  private final FairShare shares = new FairShare(50);
  private final InFlight inFlight;

  SimulatedEngine(int slots) {
    inFlight = new InFlight(slots);
  }

  void endpoint(Lane lane, Duration answersAfter, boolean fails) {
    endpoints.put(lane, new Endpoint(lane, answersAfter, fails));
  }

  void commit(Lane lane, Duration at) {
    Endpoint endpoint = endpoints.get(lane);
    if (endpoint == null) {
      throw new IllegalArgumentException("there is no endpoint of " + lane);
    }
    commits.add(new Commit(at.toNanos() / 1_000, endpoint));
  }

  /** Runs so long, and gives what healthy endpoints got. */
  List<Arrival> run(Duration length) {
    for (long now = 0; now < length.toNanos() / 1_000; now += ROUND_MICROS) {
      while (!commits.isEmpty() && commits.element().at() <= now) {
        Commit commit = commits.remove();
        commit.endpoint().waiting.add(commit.at());
      }
      while (!attempts.isEmpty() && attempts.element().ends() <= now) {
        end(attempts.remove());
      }
      for (Grant grant : shares.deal(waiting(), inFlight)) {
        begin(grant, now);
      }
    }
    return arrivals;
  }

  private List<Waiting> waiting() {
    List<Waiting> waiting = new ArrayList<>();
    for (Endpoint endpoint : endpoints.values()) {
      if (!endpoint.waiting.isEmpty()) {
        LaneTerms terms = new LaneTerms("https://a.example", false, CONCURRENCY, null);
        waiting.add(
            new Waiting(
                endpoint.lane,
                terms,
                Gate.OPEN,
                Set.of(Band.FIRST),
                CONCURRENCY - endpoint.sending));
      }
    }
    return waiting;
  }

  private void begin(Grant grant, long now) {
    Endpoint endpoint = endpoints.get(grant.lane());
    for (int i = 0; endpoint != null && i < grant.slots() && !endpoint.waiting.isEmpty(); i++) {
      Band share = inFlight.share(grant.lane(), grant.band());
      inFlight.begin(grant.lane(), share);
      endpoint.sending++;
      long committed = endpoint.waiting.remove();
      attempts.add(new Attempt(now + endpoint.answersAfter, endpoint, share, committed));
    }
  }

  private void end(Attempt attempt) {
    Endpoint endpoint = attempt.endpoint();
    endpoint.sending--;
    inFlight.end(endpoint.lane, attempt.share(), endpoint.fails, micros(endpoint.answersAfter));
    if (!endpoint.fails) {
      arrivals.add(
          new Arrival(
              endpoint.lane,
              micros(attempt.committed()),
              micros(attempt.ends() - attempt.committed())));
    }
  }

  private static Duration micros(long micros) {
    return Duration.ofNanos(micros * 1_000);
  }
}
