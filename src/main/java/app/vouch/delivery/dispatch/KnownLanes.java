package app.vouch.delivery.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which lanes wait, read again as soon as that takes a fifth of the time at most: where many wait,
 * reading them all is the dearest question that the engine asks. In between it goes on with those
 * that it knows to have more. Of the dispatcher's thread only.
 */
@ApplicationScoped
class KnownLanes {
  private static final int REST_PER_READING = 4;
  private static final Duration LONGEST_REST = Duration.ofMillis(200);

  /** Reads which lanes wait. */
  @FunctionalInterface
  interface Reading {
    List<Waiting> read();
  }

  private final LongSupplier nanos;
  private final Map<Lane, Waiting> known = new LinkedHashMap<>();
  private long readAgainAt;

  KnownLanes() {
    this(System::nanoTime);
  }

  /**
   * @param nanos the time, as {@link System#nanoTime()} has it
   */
  KnownLanes(LongSupplier nanos) {
    this.nanos = nanos;
    this.readAgainAt = nanos.getAsLong();
  }

  /** How long it is best to wait, because nothing that is known has more. */
  Duration rest() {
    return known.isEmpty()
        ? Duration.ofNanos(Math.max(0, readAgainAt - nanos.getAsLong()))
        : Duration.ZERO;
  }

  /** Those that wait, as far as is known; rates are kept by what was just read only. */
  List<Waiting> waiting(Reading reading, InFlight inFlight) {
    if (nanos.getAsLong() - readAgainAt < 0) {
      return known.values().stream().map(one -> one.besides(inFlight.sending(one.lane()))).toList();
    }
    long began = nanos.getAsLong();
    List<Waiting> read = reading.read();
    long took = nanos.getAsLong() - began;
    readAgainAt = nanos.getAsLong() + Math.min(took * REST_PER_READING, LONGEST_REST.toNanos());
    known.clear();
    read.stream()
        .filter(one -> one.terms().interval() == null)
        .map(Waiting::passing)
        .filter(one -> !one.bands().isEmpty())
        .forEach(one -> known.put(one.lane(), one));
    return read;
  }

  /**
   * Forgets the lanes that had less than was granted.
   *
   * @param taken what the grants brought
   */
  void took(List<Grant> grants, List<Claim> taken) {
    Map<Lane, Integer> brought = new LinkedHashMap<>();
    taken.forEach(claim -> brought.merge(claim.lane(), 1, Integer::sum));
    Map<Lane, Integer> granted = new LinkedHashMap<>();
    grants.forEach(grant -> granted.merge(grant.lane(), grant.slots(), Integer::sum));
    granted.forEach(
        (lane, slots) -> {
          if (brought.getOrDefault(lane, 0) < slots) {
            known.remove(lane);
          }
        });
  }
}
