package app.vouch.portal;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static app.vouch.portal.PortalStory.nonce;
import static app.vouch.portal.PortalStory.page;
import static app.vouch.portal.PortalStory.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import app.vouch.TestClock;
import app.vouch.shared.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A referrer accepts the program's terms on their own pages, once for each version. */
@QuarkusTest
class TermsPageTest {
  @Inject TestClock clock;

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  private static Map<String, String> ann(String nonce) {
    Map<String, String> form = new HashMap<>();
    form.put("name", "Ann Lee");
    form.put("email", "ann@" + unique("acme") + ".example");
    form.put("organization", "Acme");
    form.put("nonce", nonce);
    return form;
  }

  private static JsonPath terms(PortalStory story) {
    return api(story.key()).get("/v1/referrers/" + story.referrer() + "/terms").jsonPath();
  }

  @Test
  void shouldNotReferBeforeTheTermsAreAccepted() {
    PortalStory story = PortalStory.begin(PortalStory.TERMS);
    String link = story.link(PageLinkKind.FORM);
    Map<String, String> form = ann(nonce(page(link).asString()));
    read();

    send(link, form)
        .then()
        .body(containsString("<a href=\"#terms\">Accept the terms to go on</a>"))
        .body(containsString("Be &lt;open&gt;."))
        .body(containsString("href=\"https://vouch.example/terms\""));
    assertThat(story.referrals()).isEmpty();
    form.put("terms", "2025-01");
    send(link, form).then().body(containsString("Accept the terms to go on"));
    assertThat(terms(story).getBoolean("outstanding")).isTrue();

    form.put("terms", "2026-11");
    send(link, form).then().body(containsString("Your referral is accepted"));
    send(link, form).then().body(containsString("Your referral is accepted"));

    assertThat(story.referrals()).hasSize(1);
    page(link).then().body(not(containsString("name=\"terms\"")));
    JsonPath accepted = terms(story);
    assertThat(accepted.getBoolean("outstanding")).isFalse();
    assertThat(accepted.getList("acceptances")).hasSize(1);
    assertThat(accepted.getString("acceptances[0].channel")).isEqualTo("LINK");
    assertThat(accepted.getString("acceptances[0].recordedBy.type")).isEqualTo("PARTY");
    assertThat(accepted.getString("acceptances[0].pageLinkId")).startsWith("plk_");
    String wording = accepted.getString("acceptances[0].wording");
    assertThat(wording)
        .startsWith(
            "Be fair.\n\nBe <open>.\n\nhttps://vouch.example/terms\n\nI accept the terms of ")
        .endsWith(" for referrals, version 2026-11");
    assertThat(accepted.getString("acceptances[0].wordingHash"))
        .isEqualTo(HexFormat.of().formatHex(Sha256.of(wording)));
  }

  @Test
  void shouldAcceptThemOnTheStatusPage() {
    PortalStory story = PortalStory.begin(PortalStory.TERMS);
    String link = story.link(PageLinkKind.STATUS);
    Map<String, String> form = new HashMap<>();
    form.put("nonce", nonce(page(link).asString()));
    form.put("terms", "2026-11");

    send(link, form).then().body(containsString("That was quick"));
    read();
    form.remove("terms");
    send(link, form).then().body(containsString("Accept the terms to go on"));
    assertThat(terms(story).getBoolean("outstanding")).isTrue();
    form.put("terms", "2026-11");
    send(link, form).then().statusCode(200).body(not(containsString("name=\"terms\"")));

    assertThat(terms(story).getBoolean("outstanding")).isFalse();
    page(story.link(PageLinkKind.FORM)).then().body(not(containsString("name=\"terms\"")));
  }

  @Test
  void shouldAskAgainWhereTheTermsAreNew() {
    PortalStory story = PortalStory.begin(PortalStory.TERMS);
    api(story.key())
        .header("Vouch-Actor", "crm:mia; name=\"Mia\"")
        .body(Map.of("termsVersion", "2026-11", "channel", "PHONE", "evidence", "said yes"))
        .post("/v1/referrers/" + story.referrer() + "/terms")
        .then()
        .statusCode(200);
    String link = story.link(PageLinkKind.FORM);
    page(link).then().body(not(containsString("name=\"terms\"")));
    clock.advance(Duration.ofSeconds(1));

    story.publish("{\"terms\":{\"version\":\"2027-01\",\"text\":\"Be fairer.\"}}");

    page(link).then().body(containsString("Be fairer."));
    assertThat(terms(story).getBoolean("outstanding")).isTrue();
    assertThat(terms(story).getList("acceptances")).hasSize(1);
  }
}
