package app.vouch.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.image.PackagedApp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The production jar does not start with settings that are missing, unsafe or contradictory: it
 * names each in a few lines and touches no database.
 *
 * <p>Needs a production build in {@code vouch.app.dir}: {@code make test-production}.
 */
@Tag("packaged")
class RefusedStartTest {
  private static final int REFUSED = 2;
  private static final String KEY = "k1:" + "A".repeat(43) + "=";

  private static PackagedApp app = new PackagedApp(Path.of(""));

  @BeforeAll
  static void find() {
    app = PackagedApp.assumeProduction();
  }

  @Test
  void shouldNameEverySettingThatIsUnsafeOrMissing() throws Exception {
    assertThat(
            refusal(
                Map.of(
                    "VOUCH_OUTBOUND_ALLOW",
                    "10.0.0.0/8",
                    "VOUCH_OIDC_URL",
                    "https://login.example.com",
                    "VOUCH_BOOTSTRAP_API_KEY",
                    "vk_live_" + "a".repeat(64))))
        .contains(
            "VOUCH_SECRET_KEY is not set",
            "VOUCH_BASE_URL must begin with https://",
            "VOUCH_DB_URL is not set",
            "VOUCH_OUTBOUND_ALLOW",
            "VOUCH_OIDC_AUDIENCE is not set",
            "VOUCH_BOOTSTRAP_API_KEY is easy to guess",
            "VOUCH_PROFILE=dev");
  }

  @Test
  void shouldNameEverySettingThatCannotBeMeant() throws Exception {
    assertThat(
            refusal(
                Map.of(
                    "VOUCH_PROFILE",
                    "prod",
                    "VOUCH_MIGRATE",
                    "maybe",
                    "VOUCH_SECRET_KEY",
                    "k1:tooshort",
                    "VOUCH_OIDC_AUDIENCE",
                    "vouch",
                    "VOUCH_SMTP_URL",
                    "http://kim:sekret@mail.example")))
        .contains(
            "VOUCH_PROFILE is \"prod\"; it must be one of production, dev",
            "VOUCH_MIGRATE is \"maybe\"; it must be one of true, false, only",
            "VOUCH_SECRET_KEY must be",
            "VOUCH_OIDC_AUDIENCE is set, but VOUCH_OIDC_URL is not",
            "VOUCH_SMTP_URL must begin with smtp:// or smtps://",
            "VOUCH_MAIL_FROM is \"\"")
        .doesNotContain("tooshort", "sekret");
  }

  @Test
  void shouldSayWhichDatabaseDoesNotAnswer() throws Exception {
    Map<String, String> settings =
        Map.of(
            "VOUCH_DB_URL",
            "jdbc:mysql://127.0.0.1:1/vouch",
            "VOUCH_DB_USER",
            "somebody",
            "VOUCH_DB_PASSWORD",
            "swordfish",
            "VOUCH_BASE_URL",
            "https://refer.example.com",
            "VOUCH_SECRET_KEY",
            KEY);
    Map<String, String> migration = new HashMap<>(settings);
    migration.put("VOUCH_MIGRATE", "only");

    for (Map<String, String> one : List.of(settings, migration)) {
      assertThat(refusal(one))
          .contains(
              "the database at jdbc:mysql://127.0.0.1:1/vouch does not answer as \"somebody\"",
              "Check VOUCH_DB_URL, VOUCH_DB_USER and VOUCH_DB_PASSWORD")
          .doesNotContain("swordfish");
    }
  }

  @Test
  void shouldRefuseADatabaseThatIsNotMysqlWithoutShowingThePassword() throws Exception {
    assertThat(
            refusal(
                Map.of(
                    "VOUCH_PROFILE", "dev", "VOUCH_DB_URL", "postgres://user:swordfish@db/vouch")))
        .contains("must start with jdbc:mysql:, but starts with postgres:")
        .doesNotContain("swordfish");
  }

  /** What a start with these settings alone says before it ends. */
  private static String refusal(Map<String, String> settings) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                app.runner().toString())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(settings);
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isEqualTo(REFUSED);
    assertThat(output.lines().count()).as(output).isLessThan(15);
    return output;
  }
}
