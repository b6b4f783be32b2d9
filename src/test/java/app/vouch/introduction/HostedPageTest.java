package app.vouch.introduction;

import static app.vouch.TestApi.KEY;
import static app.vouch.TestApi.api;
import static app.vouch.introduction.IntroductionStory.consents;
import static app.vouch.introduction.IntroductionStory.nonce;
import static app.vouch.introduction.IntroductionStory.page;
import static app.vouch.introduction.IntroductionStory.state;
import static app.vouch.introduction.IntroductionStory.submit;
import static app.vouch.introduction.IntroductionStory.withdrawal;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import app.vouch.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages and brand of hosted pages. */
@QuarkusTest
class HostedPageTest {
  @Inject IntroductionStory story;
  @Inject TestClock clock;

  @AfterEach
  void bringDefaultsBack() {
    brand(
        "{\"color\":null,\"logoUrl\":null,\"defaultLanguage\":null,\"name\":null,\"privacyNoticeUrl\":null}");
  }

  private static Response brand(String patch) {
    int version = api().get("/v1/branding").path("version");
    return given()
        .header("Authorization", "Bearer " + KEY)
        .header("If-Match", "\"" + version + "\"")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch("/v1/branding");
  }

  @ParameterizedTest
  @CsvSource({
    "en, Would you introduce Ann Lee?, Send my answer",
    "de, Würden Sie Ann Lee vorstellen?, Antwort senden",
    "fr, Accepteriez-vous de présenter Ann Lee, Envoyer ma réponse",
  })
  void shouldSpeakTheVisitorsLanguage(String tag, String title, String button) {
    String link = story.link(story.requested());

    String accepted =
        given()
            .header("Accept-Language", tag + "-XX, ja;q=0.5")
            .get(link)
            .then()
            .statusCode(200)
            .header("Content-Language", equalTo(tag))
            .body(containsString("<html lang=\"" + tag + "\">"))
            .body(containsString(title))
            .body(containsString(button))
            .extract()
            .asString();
    String chosen =
        given()
            .header("Accept-Language", "ja")
            .get(link + "?lang=" + tag)
            .then()
            .extract()
            .asString();

    assertThat(nonceless(chosen)).isEqualTo(nonceless(accepted));
    assertThat(accepted)
        .contains("<form method=\"post\" action=\"?lang=" + tag + "\">")
        .contains("hreflang=\"" + tag + "\" rel=\"nofollow\" aria-current=\"true\"");
  }

  private static String nonceless(String page) {
    return page.replace(nonce(page), "");
  }

  @Test
  void shouldRecordTheWordsThatWereSeenInTheirLanguage() {
    String english = story.requested();
    String german = story.requested();
    for (String id : List.of(english, german)) {
      String link = story.link(id) + "?lang=" + (id.equals(english) ? "en" : "de");
      String nonce = nonce(page(link).asString());
      clock.advance(Duration.ofSeconds(3));
      submit(link, Map.of("choice", "ACCEPT", "nonce", nonce)).then().statusCode(200);
    }

    assertThat(consents(german).getFirst()).containsEntry("wordingVersion", "connector/de/2");
    assertThat(consents(english).getFirst()).containsEntry("wordingVersion", "connector/en/2");
    assertThat(consents(german).getFirst().get("wordingHash"))
        .isNotEqualTo(consents(english).getFirst().get("wordingHash"));
  }

  @Test
  void shouldTakeNoAnswerInWordsThatWereNotOnThePage() {
    String id = story.requested();
    String link = story.link(id);
    String nonce = nonce(page(link + "?lang=en").asString());
    clock.advance(Duration.ofSeconds(3));

    submit(link + "?lang=fr", Map.of("choice", "ACCEPT", "nonce", nonce))
        .then()
        .body(containsString("Veuillez vérifier votre réponse"))
        .body(containsString("aria-describedby=\"hint\""));

    assertThat(state(id)).isEqualTo("REQUESTED");
  }

  @Test
  void shouldKeepTheLanguageToTheEndAndWriteDaysInIt() {
    String id = story.requested();
    String link = story.link(id) + "?lang=fr";
    String nonce = nonce(page(link).asString());
    clock.advance(Duration.ofSeconds(3));

    submit(link, Map.of("choice", "NOT_NOW", "weeks", "2", "nonce", nonce))
        .then()
        .statusCode(200)
        .body(not(containsString("<nav")))
        .body(
            matchesPattern(
                Pattern.compile(".*à nouveau le \\d{1,2} [a-zéû]+ 20\\d\\d\\..*", Pattern.DOTALL)));

    String taken = story.requested();
    String takenLink = story.link(taken) + "?lang=de";
    String again = nonce(page(takenLink).asString());
    clock.advance(Duration.ofSeconds(3));
    String withdrawal =
        withdrawal(submit(takenLink, Map.of("choice", "ACCEPT", "nonce", again)).asString());
    page(withdrawal).then().body(containsString("Meine Zustimmung zurücknehmen"));
    IntroductionStory.takeBack(withdrawal, () -> clock.advance(Duration.ofSeconds(3)))
        .then()
        .body(containsString("Zurückgenommen"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr"})
  void shouldTellNothingOfTheTenantWhenALinkIsNotOpen(String tag) {
    brand("{\"color\":\"#0a5c36\",\"defaultLanguage\":\"FR\",\"name\":\"Brand Name\"}");

    page("/i/" + "y".repeat(43) + "?lang=" + tag)
        .then()
        .statusCode(404)
        .body(containsString("<html lang=\"" + tag + "\">"))
        .body(not(containsString("Brand Name")));
    page("/i/" + "y".repeat(43)).then().body(containsString("<html lang=\"en\">"));
  }

  @Test
  void shouldShowTheBrandAndLoadOnlyItsLogo() {
    brand(
            """
            {"name":"<b>Acme & Co</b>","color":"#0A5C36","defaultLanguage":"DE",
             "logoUrl":"https://logo.example:8443/acme.svg?v=1","privacyNoticeUrl":"https://acme.example/privacy"}""")
        .then()
        .statusCode(200);

    page(story.link(story.requested()))
        .then()
        .body(containsString("<html lang=\"de\">"))
        .body(containsString("&lt;b&gt;Acme &amp; Co&lt;/b&gt;"))
        .body(not(containsString("<b>")))
        .body(not(containsString("&amp;lt;")))
        .body(containsString("<style>:root{--brand:#0a5c36}</style>"))
        .body(containsString("src=\"https://logo.example:8443/acme.svg?v=1\" alt=\"\""))
        .body(containsString("href=\"https://acme.example/privacy\""))
        .header(
            "Content-Security-Policy",
            matchesPattern(
                "default-src 'none'; style-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'; img-src https://logo.example:8443; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"));
  }

  @ParameterizedTest
  @CsvSource({
    "platform/page/PageWords, page",
    "introduction/IntroductionWords, introduction",
    "program/template/TemplateWords, template",
    "portal/PortalWords, portal",
  })
  void shouldHaveEveryWordInEveryLanguage(String type, String file) throws IOException {
    String source =
        Files.readString(
            Path.of("src/main/java/app/vouch", type + ".java"), StandardCharsets.UTF_8);
    TreeSet<String> wanted = new TreeSet<>();
    Pattern.compile("String (\\w+)\\(.*?\\);")
        .matcher(source)
        .results()
        .forEach(method -> wanted.add(method.group(1)));

    assertThat(wanted).isNotEmpty();
    for (String language : List.of("de", "fr")) {
      List<String> keys =
          Arrays.stream(
                  Files.readString(
                          Path.of(
                              "src/main/resources/messages", file + "_" + language + ".properties"),
                          StandardCharsets.UTF_8)
                      .split("\n"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      assertThat(keys).containsExactlyInAnyOrderElementsOf(wanted);
    }
  }
}
