package app.vouch.contract;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which operations have worked so far, by each way. */
final class Coverage {
  static final Coverage REST = new Coverage();
  static final Coverage GRAPHQL = new Coverage();

  private final Set<String> worked = new ConcurrentSkipListSet<>();

  private Coverage() {}

  void worked(String operation) {
    worked.add(operation);
  }

  /** Those of the documented operations that never worked. */
  Set<String> missing(Set<String> documented) {
    Set<String> missing = new TreeSet<>(documented);
    missing.removeAll(worked);
    return missing;
  }
}
