package app.vouch.platform.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * One daemon thread that takes a step again and again: back to back while there is more to do,
 * after a pause when there is not, and later and later while steps fail. It survives every failure
 * of a step.
 */
public final class BackgroundLoop {
  private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

  /** One step; it may be called again at once. */
  @FunctionalInterface
  public interface Step {
    /** Whether there is more to do now. */
    boolean take() throws InterruptedException;
  }

  private final String name;
  private final Duration pause;
  private final Duration gathering;
  private final Step step;
  private final Semaphore wakes = new Semaphore(0);
  private final AtomicBoolean running = new AtomicBoolean();
  private final Thread thread;

  /**
   * @param pause how long to wait when there is nothing to do
   */
  public BackgroundLoop(String name, Duration pause, Step step) {
    this(name, pause, Duration.ZERO, step);
  }

  /**
   * @param pause how long to wait when there is nothing to do
   * @param gathering how long to wait after a wake, so that one step does what many wakes ask for
   */
  public BackgroundLoop(String name, Duration pause, Duration gathering, Step step) {
    this.name = name;
    this.pause = pause;
    this.gathering = gathering;
    this.step = step;
    this.thread = Thread.ofPlatform().daemon().name("vouch-" + name).unstarted(this::run);
  }

  public void start() {
    if (running.compareAndSet(false, true)) {
      thread.start();
    }
  }

  /** There may be something to do: ends the present pause. */
  public void wake() {
    if (wakes.availablePermits() == 0) {
      wakes.release();
    }
  }

  public boolean isRunning() {
    return running.get();
  }

  /** Lets the step that is being taken end, for at most that long, then interrupts it. */
  public void stop(Duration patience) {
    if (!running.compareAndSet(true, false)) {
      return;
    }
    wake();
    try {
      if (!thread.join(patience)) {
        LOG.warnf("%s does not stop within %s and is interrupted", name, patience);
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Duration backoff = FIRST_BACKOFF;
    while (running.get()) {
      try {
        boolean more = step.take();
        backoff = FIRST_BACKOFF;
        if (!more) {
          rest(pause);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        if (!failed(e, backoff)) {
          return;
        }
        backoff = longer(backoff);
      }
    }
  }

  private boolean failed(Throwable e, Duration backoff) {
    if (running.get()) {
      LOG.warnf(e, "%s failed and goes on in %s", name, backoff);
    }
    try {
      rest(backoff);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void rest(Duration time) throws InterruptedException {
    if (running.get() && wakes.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
      Thread.sleep(gathering);
      wakes.drainPermits();
    }
  }

  private static Duration longer(Duration backoff) {
    Duration twice = backoff.multipliedBy(2);
    return twice.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : twice;
  }
}
