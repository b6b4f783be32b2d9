package app.vouch.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class ProductionRulesTest {
  private static final Map<String, String> SAFE =
      Map.of(
          "vouch.development-secret-key", "dev:x",
          "vouch.secret-key", "k1:y",
          "vouch.base-url", "https://vouch.example");

  @Test
  void shouldFindNothingWhenSettingsAreSafe() {
    assertThat(ProductionRules.faults(config(Map.of()))).isEmpty();
  }

  @Test
  void shouldNameEachWhenSettingsAreUnsafe() {
    assertThat(
            ProductionRules.faults(
                config(
                    Map.of(
                        "vouch.secret-key", "dev:x",
                        "vouch.base-url", "http://vouch.example",
                        "vouch.embedded-database", "true",
                        "vouch.outbound-allow", "10.0.0.0/8",
                        "vouch.oidc.url", "https://login.example",
                        "vouch.bootstrap-api-key", "vk_live_" + "a".repeat(64)))))
        .hasSize(6)
        .anyMatch(fault -> fault.contains("VOUCH_SECRET_KEY"))
        .anyMatch(fault -> fault.contains("VOUCH_BASE_URL"))
        .anyMatch(fault -> fault.contains("VOUCH_DB_URL"))
        .anyMatch(fault -> fault.contains("VOUCH_OUTBOUND_ALLOW"))
        .anyMatch(fault -> fault.contains("VOUCH_OIDC_AUDIENCE"))
        .anyMatch(fault -> fault.contains("VOUCH_BOOTSTRAP_API_KEY"));
  }

  private static Config config(Map<String, String> changes) {
    Map<String, String> values = new HashMap<>(SAFE);
    values.putAll(changes);
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build();
  }
}
