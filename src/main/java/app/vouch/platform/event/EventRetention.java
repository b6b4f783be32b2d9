package app.vouch.platform.event;

import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long events stay in the log. */
@ApplicationScoped
public class EventRetention {
  private final Duration keep;
  private final Clock clock;

  EventRetention(@ConfigProperty(name = "vouch.retention.events") Duration keep, Clock clock) {
    this.keep = keep;
    this.clock = clock;
  }

  public Duration keep() {
    return keep;
  }

  /** Whether an event with this id may have been removed. */
  boolean isOver(UUID event) {
    return Uuid7.madeAt(event).isBefore(clock.instant().minus(keep));
  }
}
