package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static app.vouch.introduction.IntroductionStory.answer;
import static app.vouch.introduction.IntroductionStory.consents;
import static app.vouch.introduction.IntroductionStory.transition;
import static app.vouch.introduction.IntroductionStory.withdrawal;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import app.vouch.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Years later it can be shown who agreed to what, and to which words. */
@QuarkusTest
class ConsentEvidenceTest {
  @Inject IntroductionStory story;
  @Inject TestClock clock;
  @Inject EntityManager entities;

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  @Test
  void shouldExportWhatTheHashIsOf() throws Exception {
    String id = story.requested(story.referral(null, "Ännchen 'Ann' Lee").id());
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    answer(story.link(id), "DECLINE", this::read).then().statusCode(200);

    List<Map<String, Object>> consents = consents(id);

    assertThat(consents).extracting("decision").containsExactly("GIVEN", "REFUSED");
    for (Map<String, Object> consent : consents) {
      String wording = (String) consent.get("wording");
      assertThat(wording).contains("Ännchen 'Ann' Lee", IntroductionStory.CONTEXT);
      assertThat(consent.get("wordingHash")).isEqualTo(sha256(wording));
      assertThat(consent)
          .containsKeys("purpose", "wordingVersion", "channel", "decidedAt", "remoteAddress")
          .containsKeys("userAgent", "tokenId", "expiresAt", "withdrawal");
    }
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void shouldKeepTheSameTextOnce() {
    String id = story.requested();
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    String hash = (String) consents(id).getFirst().get("wordingHash");
    String link = story.link(id);

    answer(link, "NOT_NOW", this::read).then().statusCode(200);
    clock.advance(Duration.ofDays(28).plusMinutes(1));

    assertThat(kept(hash)).isEqualTo(1);
  }

  private long kept(String hash) {
    return ((Number)
            entities
                .createNativeQuery("select count(*) from consent_wording where hash = ?")
                .setParameter(1, HexFormat.of().parseHex(hash))
                .getSingleResult())
        .longValue();
  }

  @Test
  void shouldSayHowAConsentWasTakenBack() {
    String id = story.requested();
    String confirmation = answer(story.link(id), "ACCEPT", this::read).then().extract().asString();

    String link = withdrawal(confirmation);
    String nonce = IntroductionStory.nonce(IntroductionStory.page(link).asString());
    read();
    given()
        .header("User-Agent", "Ann's browser")
        .formParam("nonce", nonce)
        .post(link)
        .then()
        .statusCode(200);

    Map<String, Object> consent = consents(id).getFirst();
    assertThat(consent.get("withdrawal"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("withdrawnAt", consent.get("withdrawnAt"))
        .containsEntry("channel", "LINK")
        .containsEntry("userAgent", "Ann's browser");
  }

  @Test
  void shouldShowAPageToReadAndPrint() {
    String id = story.requested(story.referral(null, "<b>Ann</b> & Co").id());
    answer(story.link(id), "ACCEPT", this::read).then().statusCode(200);
    String hash = (String) consents(id).getFirst().get("wordingHash");

    String page =
        api()
            .get("/v1/introductions/" + id + "/consents/evidence")
            .then()
            .statusCode(200)
            .header("Content-Type", startsWith("text/html"))
            .header("Content-Security-Policy", containsString("default-src 'none'"))
            .body(containsString(hash))
            .body(containsString("INTRODUCE_ME"))
            .body(containsString("connector/en/2"))
            .body(not(containsString("<b>")))
            .extract()
            .asString();

    assertThat(page).contains("&lt;b&gt;Ann&lt;/b&gt; &amp; Co").doesNotContain("NOT_FOUND");
  }

  @Test
  void shouldShowAttestedConsentsWithWhatWasSaid() {
    String id = story.requested();
    transition(
            id,
            Map.of("action", "CONNECTOR_ACCEPT", "channel", "PHONE", "evidence", "yes, <go ahead>"))
        .statusCode(200);

    assertThat(consents(id).getFirst())
        .containsEntry("wording", null)
        .containsEntry("wordingHash", null);
    api()
        .get("/v1/introductions/" + id + "/consents/evidence")
        .then()
        .statusCode(200)
        .body(containsString("attested by Sam Seller"))
        .body(containsString("yes, &lt;go ahead&gt;"));
  }

  @Test
  void shouldBeForWhoMayReadConsents() {
    String id = story.requested();
    String key =
        api()
            .body(Map.of("name", unique("Reader"), "scopes", List.of("introductions:read")))
            .post("/v1/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .path("secret");

    for (String path : List.of("/consents", "/consents/evidence")) {
      app.vouch.TestApi.api(key)
          .get("/v1/introductions/" + id + path)
          .then()
          .statusCode(403)
          .body("code", equalTo("missing-scope"));
    }
    api()
        .get("/v1/introductions/int_01h455vb4pex5vsknk084sn02q/consents/evidence")
        .then()
        .statusCode(404);
  }
}
