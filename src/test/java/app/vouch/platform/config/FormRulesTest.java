package app.vouch.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormRulesTest {
  private static final String KEY = "k1:" + "A".repeat(43) + "=";

  private static List<String> faults(Map<String, String> set) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "vouch.profile", "dev",
                "vouch.migrate", "true",
                "vouch.secret-key", KEY,
                "vouch.retention.deliveries", "P90D",
                "vouch.retention.events", "P400D"));
    values.putAll(set);
    return FormRules.faults(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(values, "test", 100))
            .build());
  }

  private static List<String> faults(String url, String from) {
    return faults(Map.of("vouch.smtp-url", url, "vouch.mail-from", from));
  }

  private static List<String> retentionFaults(String deliveries, String events) {
    return faults(
        Map.of("vouch.retention.deliveries", deliveries, "vouch.retention.events", events));
  }

  @Test
  void shouldTakeAMailServerWithASender() {
    assertThat(faults("", "")).isEmpty();
    assertThat(faults("smtp://kim:sekret@mail.example", "hello@vouch.example")).isEmpty();
  }

  @Test
  void shouldRefuseAMailServerThatCannotBeMeant() {
    assertThat(faults("mail.example", "nobody"))
        .hasSize(2)
        .anyMatch(fault -> fault.startsWith("VOUCH_SMTP_URL must begin with smtp://"))
        .anyMatch(fault -> fault.startsWith("VOUCH_MAIL_FROM is \"nobody\""));
  }

  @Test
  void shouldKeepEventsAsLongAsTheirDeliveries() {
    assertThat(retentionFaults("P30D", "P30D")).isEmpty();
    assertThat(retentionFaults("P31D", "P30D"))
        .containsExactly(
            "VOUCH_KEEP_EVENTS is shorter than VOUCH_KEEP_DELIVERIES; deliveries need events");
  }

  @Test
  void shouldRefuseARetentionThatIsNoDurationOfADayOrMore() {
    assertThat(retentionFaults("PT23H", "a year"))
        .containsExactly(
            "VOUCH_KEEP_DELIVERIES is \"PT23H\"; it must be a duration of P1D or more",
            "VOUCH_KEEP_EVENTS is \"a year\"; it must be a duration of P1D or more");
  }
}
