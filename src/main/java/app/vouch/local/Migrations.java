package app.vouch.local;

import java.util.Map;
import liquibase.Scope;
import liquibase.ui.LoggerUIService;

/** How Liquibase speaks when it migrates while the service starts. */
final class Migrations {

  /** To the log, in the log's format; its own lines on the terminal would break JSON. */
  static void tellTheLog() {
    try {
      Scope.enter(Map.of(Scope.Attr.ui.name(), new LoggerUIService()));
    } catch (Exception e) {
      throw new IllegalStateException("Liquibase takes no other user interface", e);
    }
  }

  private Migrations() {}
}
