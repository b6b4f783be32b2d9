package app.vouch.platform.config;

import app.vouch.platform.tenant.SecretKeys;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Settings that cannot be meant, in any profile. */
final class FormRules {
  private static final List<String> PROFILES = List.of("production", "dev");
  private static final List<String> MIGRATE = List.of("true", "false", "only");

  static List<String> faults(Config config) {
    List<String> faults = new ArrayList<>();
    oneOf(faults, "VOUCH_PROFILE", text(config, "vouch.profile"), PROFILES);
    oneOf(faults, "VOUCH_MIGRATE", text(config, "vouch.migrate"), MIGRATE);
    try {
      SecretKeys.parse(text(config, "vouch.secret-key"));
    } catch (IllegalArgumentException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
    if (!text(config, "vouch.oidc.audience").isBlank()
        && text(config, "vouch.oidc.url").isBlank()) {
      faults.add("VOUCH_OIDC_AUDIENCE is set, but VOUCH_OIDC_URL is not");
    }
    return faults;
  }

  private static void oneOf(List<String> faults, String name, String value, List<String> possible) {
    if (!possible.contains(value)) {
      faults.add(
          "%s is \"%s\"; it must be one of %s".formatted(name, value, String.join(", ", possible)));
    }
  }

  static String text(Config config, String name) {
    return config.getOptionalValue(name, String.class).orElse("");
  }

  private FormRules() {}
}
