package app.vouch.shared;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one clock of the service, in microseconds, because that is what the database keeps. */
@ApplicationScoped
class SystemClock {
  @Produces
  @ApplicationScoped
  @DefaultBean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }
}
