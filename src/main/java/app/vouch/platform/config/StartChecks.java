package app.vouch.platform.config;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Stops the start where the production profile meets unsafe settings, naming each. The program asks
 * before it runs ({@link GivenSettings}); this is for those who run it in another way.
 */
@ApplicationScoped
class StartChecks {
  private static final Logger LOG = Logger.getLogger(StartChecks.class);
  private static final int BEFORE_ALL = 1;

  private final Config config;

  StartChecks(Config config) {
    this.config = config;
  }

  void start(@Observes @Priority(BEFORE_ALL) StartupEvent event) {
    List<String> faults = ProductionRules.faults(config);
    if (faults.isEmpty()) {
      return;
    }
    if (ProductionRules.isProduction(config)) {
      faults.forEach(fault -> LOG.error("unsafe: " + fault));
      throw new IllegalStateException(
          "unsafe settings for production:\n  "
              + String.join("\n  ", faults)
              + "\nSet them, or set VOUCH_PROFILE=dev on a development machine.");
    }
    LOG.infof("development profile: %d settings would be refused in production", faults.size());
  }
}
