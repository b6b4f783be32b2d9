package app.vouch.platform.config;

import app.vouch.platform.mail.SmtpUrl;
import app.vouch.platform.tenant.SecretKeys;
import app.vouch.shared.Emails;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Settings that cannot be meant, in any profile. */
final class FormRules {
  private static final List<String> PROFILES = List.of("production", "dev");
  private static final Duration SHORTEST_RETENTION = Duration.ofDays(1);
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
    mail(faults, text(config, "vouch.smtp-url"), text(config, "vouch.mail-from"));
    retention(
        faults,
        duration(faults, config, "VOUCH_KEEP_DELIVERIES", "vouch.retention.deliveries"),
        duration(faults, config, "VOUCH_KEEP_EVENTS", "vouch.retention.events"));
    return faults;
  }

  private static void mail(List<String> faults, String url, String from) {
    if (url.isBlank()) {
      return;
    }
    try {
      SmtpUrl.parse(url);
    } catch (IllegalArgumentException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
    if (!Emails.plausible(from)) {
      faults.add(
          "VOUCH_MAIL_FROM is \"%s\"; with VOUCH_SMTP_URL it must be the address that mails come from"
              .formatted(from));
    }
  }

  /** A dead delivery can be sent again only while its event is there. */
  private static void retention(
      List<String> faults, @Nullable Duration deliveries, @Nullable Duration events) {
    if (deliveries != null && events != null && deliveries.compareTo(events) > 0) {
      faults.add("VOUCH_KEEP_EVENTS is shorter than VOUCH_KEEP_DELIVERIES; deliveries need events");
    }
  }

  private static @Nullable Duration duration(
      List<String> faults, Config config, String name, String property) {
    String text = text(config, property);
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(SHORTEST_RETENTION) >= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    faults.add("%s is \"%s\"; it must be a duration of P1D or more".formatted(name, text));
    return null;
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
