package app.vouch.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** How events are delivered; the same on every replica. */
@ConfigMapping(prefix = "vouch.delivery")
public interface DeliverySettings {
  /** The delay before each attempt; as many attempts as it has entries. */
  List<Duration> schedule();

  /** For one attempt, from the look-up of the name to the end of the answer. */
  Duration timeout();

  /** How long a replica owns what it sends; longer than twice the timeout. */
  Duration lease();

  /** How long a replica owns an endpoint's lane without taking from it. */
  Duration laneLease();

  /** How often to look for due deliveries while there are none. */
  Duration polling();

  /** Attempts at once, per replica. */
  int inFlight();

  /** Attempts at once to one endpoint over all replicas, where the endpoint does not say. */
  int concurrency();

  int endpointsPerTenant();

  /** Failed attempts in a row after which an endpoint's deliveries are held. */
  int holdAfterFailures();

  /** Answers 401 or 403 in a row after which an endpoint's deliveries are held. */
  int holdAfterRefusals();

  /** How often one held delivery is tried. */
  Duration probeEvery();

  /** How long an endpoint has to fail before the time until it is disabled begins. */
  Duration failingAfter();

  /** How long an endpoint may fail after that. */
  Duration disableAfter();

  /** How long a secret is used beside the one that replaced it. */
  Duration secretOverlap();
}
