package app.vouch.platform.config;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;

/** What was set, read before the program runs, so that a fault stops it before it does anything. */
public final class GivenSettings {
  private static final int BELOW_THE_ENVIRONMENT = 250;

  private final Config config;

  private GivenSettings(Config config) {
    this.config = config;
  }

  /** System properties, then the environment, then what the program brings. */
  public static GivenSettings read() {
    try {
      var own =
          new PropertiesConfigSource(
              Objects.requireNonNull(GivenSettings.class.getResource("/application.properties")),
              BELOW_THE_ENVIRONMENT);
      return new GivenSettings(
          new SmallRyeConfigBuilder()
              .addDefaultInterceptors()
              .addDefaultSources()
              .withSources(own)
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isProduction() {
    return ProductionRules.isProduction(config);
  }

  /** {@code true}, {@code false} or {@code only}. */
  public String migrate() {
    return FormRules.text(config, "vouch.migrate");
  }

  /** Why the program must not start; a mere migration may be unsafe. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>(FormRules.faults(config));
    if (isProduction() && !migrate().equals("only")) {
      faults.addAll(ProductionRules.faults(config));
      if (!faults.isEmpty()) {
        faults.add("Set them, or set VOUCH_PROFILE=dev on a development machine.");
      }
    }
    return faults;
  }
}
