package app.vouch.platform.work;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a whole transaction again when the database made it lose: deadlock (1213), lock wait timeout
 * (1205), a row that another transaction inserted first (1062), an optimistic lock.
 */
@ApplicationScoped
class Retries {
  static final int DUPLICATE_KEY = 1062;
  static final int LOCK_WAIT_TIMEOUT = 1205;
  private static final Set<Integer> LOST_RACE = Set.of(1213, LOCK_WAIT_TIMEOUT, DUPLICATE_KEY);
  private static final int ATTEMPTS = 4;
  private static final int LEAST_PAUSE_MS = 10;
  private static final int MOST_PAUSE_MS = 200;
  private static final Logger LOG = Logger.getLogger(Retries.class);

  /**
   * @throws Refusal.Rule {@code try-again} after the last attempt
   */
  <T> T run(Supplier<T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (RuntimeException e) {
        if (!lostRace(e)) {
          throw e;
        }
        LOG.debugf("attempt %d lost a race: %s", (Object) attempt, e.getMessage());
        if (attempt == ATTEMPTS) {
          LOG.warnf(e, "gave up after %d attempts", (Object) attempt);
          throw new Refusal.Rule(
              ProblemType.TRY_AGAIN,
              "too many calls change the same thing at once; send the call again");
        }
        pause();
      }
    }
  }

  private static boolean lostRace(@Nullable Throwable e) {
    Integer code = sqlCode(e);
    return code != null ? LOST_RACE.contains(code) : isOptimisticLock(e);
  }

  private static boolean isOptimisticLock(@Nullable Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof OptimisticLockException || t instanceof org.hibernate.StaleStateException) {
        return true;
      }
    }
    return false;
  }

  /** The database's error code behind an exception, if it was the database. */
  static @Nullable Integer sqlCode(@Nullable Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        return sql.getErrorCode();
      }
      for (Throwable suppressed : t.getSuppressed()) {
        Integer code = sqlCode(suppressed);
        if (code != null) {
          return code;
        }
      }
    }
    return null;
  }

  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(LEAST_PAUSE_MS, MOST_PAUSE_MS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal.Rule(ProblemType.TRY_AGAIN, "the service is stopping; send the call again");
    }
  }
}
