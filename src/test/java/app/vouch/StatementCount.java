package app.vouch;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Counts the SQL statements that Hibernate sends. Reads must not take more of them for more rows:
 * {@code int before = statements.count(); …; statements.count() - before}.
 */
@PersistenceUnitExtension
public class StatementCount implements StatementInspector {
  private static final long serialVersionUID = 1;
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Override
  public String inspect(String sql) {
    COUNT.incrementAndGet();
    return sql;
  }

  /** All that were sent so far, by every thread. */
  public static int count() {
    return COUNT.get();
  }

  /** How many statements a call sends. Timers send some too: compare with a margin, or repeat. */
  public static int during(Runnable call) {
    int before = count();
    call.run();
    return count() - before;
  }
}
