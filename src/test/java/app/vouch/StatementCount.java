package app.vouch;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jboss.logging.MDC;

/** Counts the SQL statements that Hibernate sends: of one request, or of everybody. */
@PersistenceUnitExtension
public class StatementCount implements StatementInspector {
  private static final long serialVersionUID = 1;
  private static final String COUNTED = "counted-";
  private static final int TRIES = 3;
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final AtomicInteger REQUESTS = new AtomicInteger();
  private static final Map<String, Integer> BY_REQUEST = new ConcurrentHashMap<>();

  @Override
  public String inspect(String sql) {
    COUNT.incrementAndGet();
    if (MDC.get("requestId") instanceof String id && id.startsWith(COUNTED)) {
      BY_REQUEST.merge(id, 1, Integer::sum);
    }
    return sql;
  }

  /** All that were sent so far, by every thread. */
  public static int count() {
    return COUNT.get();
  }

  /** How many statements a call sends, and everybody else meanwhile. */
  public static int during(Runnable call) {
    int before = count();
    call.run();
    return count() - before;
  }

  /**
   * How many statements a request takes when what can be cached is.
   *
   * @param call sends the request with this {@code X-Request-Id}, each time that it is called
   */
  public static int of(Consumer<String> call) {
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      String id = COUNTED + REQUESTS.incrementAndGet();
      call.accept(id);
      least = Math.min(least, BY_REQUEST.getOrDefault(id, 0));
      BY_REQUEST.remove(id);
    }
    return least;
  }
}
