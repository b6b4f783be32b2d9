package app.vouch.platform.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** What the production profile refuses to start with. */
final class ProductionRules {
  private static final int LEAST_DISTINCT_DIGITS = 8;

  static boolean isProduction(Config config) {
    return FormRules.text(config, "vouch.profile").equals("production");
  }

  static List<String> faults(Config config) {
    List<String> faults = new ArrayList<>();
    String secret = FormRules.text(config, "vouch.secret-key");
    if (secret.equals(FormRules.text(config, "vouch.development-secret-key"))) {
      faults.add("VOUCH_SECRET_KEY is not set, so the published development key would be used");
    }
    if (!FormRules.text(config, "vouch.base-url").startsWith("https://")) {
      faults.add("VOUCH_BASE_URL must begin with https://");
    }
    if (Boolean.parseBoolean(FormRules.text(config, "vouch.embedded-database"))) {
      faults.add("VOUCH_DB_URL is not set, and the embedded database is not for production");
    }
    String allowed = FormRules.text(config, "vouch.outbound-allow");
    if (!allowed.isBlank()) {
      faults.add(
          "VOUCH_OUTBOUND_ALLOW lets webhooks reach addresses that are not public: " + allowed);
    }
    if (!FormRules.text(config, "vouch.oidc.url").isBlank()
        && FormRules.text(config, "vouch.oidc.audience").isBlank()) {
      faults.add("VOUCH_OIDC_AUDIENCE is not set, so tokens made for others would be taken");
    }
    String bootstrap = FormRules.text(config, "vouch.bootstrap-api-key");
    if (!bootstrap.isBlank() && guessable(bootstrap)) {
      faults.add("VOUCH_BOOTSTRAP_API_KEY is easy to guess; take 64 random hexadecimal digits");
    }
    return faults;
  }

  private static boolean guessable(String key) {
    String digits = key.substring(key.lastIndexOf('_') + 1);
    return digits.length() < 64
        || digits.chars().distinct().boxed().collect(Collectors.toSet()).size()
            < LEAST_DISTINCT_DIGITS;
  }

  private ProductionRules() {}
}
