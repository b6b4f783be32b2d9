package app.vouch.local;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Stops the embedded server as the last thing, when requests and jobs have drained. */
@ApplicationScoped
class EmbeddedDatabaseStop {

  void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
    LocalMain.stopEmbeddedDatabase();
  }
}
