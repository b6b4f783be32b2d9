package app.vouch;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The service's clock in tests: the system's, plus what the tests moved it by. It never goes back.
 */
@ApplicationScoped
public class TestClock {
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
  private final AtomicReference<@Nullable Instant> still = new AtomicReference<>();

  /** Moves the clock forward; timers that become due fire within a fraction of a second. */
  public void advance(Duration by) {
    offset.updateAndGet(present -> present.plus(by));
  }

  /** Holds the clock while a test does what must take no time, however slow the machine is. */
  public void still(Runnable instantly) {
    still.set(present());
    try {
      instantly.run();
    } finally {
      still.set(null);
    }
  }

  private Instant present() {
    return Clock.systemUTC().instant().plus(offset.get()).truncatedTo(ChronoUnit.MICROS);
  }

  @Produces
  @Mock
  @ApplicationScoped
  Clock clock() {
    return new Moved();
  }

  /** Subclassed by the container's proxy. */
  class Moved extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      Instant held = still.get();
      return held == null ? present() : held;
    }
  }
}
