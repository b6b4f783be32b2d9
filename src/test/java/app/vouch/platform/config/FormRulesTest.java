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

  private static List<String> faults(String url, String from) {
    Map<String, String> values =
        new HashMap<>(
            Map.of("vouch.profile", "dev", "vouch.migrate", "true", "vouch.secret-key", KEY));
    values.put("vouch.smtp-url", url);
    values.put("vouch.mail-from", from);
    return FormRules.faults(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(values, "test", 100))
            .build());
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
}
