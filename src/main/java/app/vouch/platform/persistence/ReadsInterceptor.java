package app.vouch.platform.persistence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Lets a read that stands alone forget its entities when it ends: the next one in the same request
 * must not be answered from before a write between them.
 */
@Reads
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class ReadsInterceptor {
  private static final ThreadLocal<Boolean> READING = new ThreadLocal<>();

  private final Session session;

  ReadsInterceptor(Session session) {
    this.session = session;
  }

  @AroundInvoke
  @Nullable Object read(InvocationContext call) throws Exception {
    if (READING.get() != null || isInTransaction()) {
      return call.proceed();
    }
    READING.set(true);
    try {
      // Without the copies by which a write finds out what has changed.
      session.setDefaultReadOnly(true);
      return call.proceed();
    } finally {
      READING.remove();
      session.clear();
    }
  }

  private static boolean isInTransaction() {
    int status = QuarkusTransaction.getStatus();
    return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
  }
}
