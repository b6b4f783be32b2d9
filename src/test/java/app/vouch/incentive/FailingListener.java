package app.vouch.incentive;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Hears every fact after all others did, and fails at one type of them while it is told to. */
@ApplicationScoped
class FailingListener {
  private static final int LAST = 100_000;

  private final AtomicReference<@Nullable EventType> failsAt = new AtomicReference<>();

  /** Runs the step while each fact of that type fails. */
  void during(EventType type, Runnable step) {
    failsAt.set(type);
    try {
      step.run();
    } finally {
      failsAt.set(null);
    }
  }

  void onFact(@Observes @Priority(LAST) Fact fact) {
    if (fact.type() == failsAt.get()) {
      throw new IllegalStateException("a listener fails at " + fact.type().text());
    }
  }
}
