package app.vouch.introduction;

import static app.vouch.TestApi.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.TenantRows;
import app.vouch.TestClock;
import app.vouch.portal.PublicLinks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Mail scanners, link checkers and previews open every link before its reader does, and some send
 * its form. A program with scripts that looks and leaves is in {@code HostedPagesTest}.
 */
@QuarkusTest
@Timeout(600)
class ScannerStormTest {

  /** Each opens every link by GET and by HEAD. */
  private static final List<String> AGENTS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0 (Microsoft Defender SafeLinks)",
          "Microsoft Office Outlook 16.0; ms-office; MSOffice 16",
          "Mozilla/4.0 (compatible; ms-office; MSOffice rmj)",
          "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
          "Mozilla/5.0 (compatible; proofpoint-url-defense/3.0)",
          "Mimecast-URL-Protect/1.0",
          "Barracuda Sentinel (EE)",
          "BarracudaCentral Link Checker",
          "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
          "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
          "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
          "Slackbot 1.0 (+https://api.slack.com/robots)",
          "WhatsApp/2.23.20.0",
          "TelegramBot (like TwitterBot)",
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
          "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
          "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
          "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
          "Cisco-IronPort-URL-Filter/1.0",
          "Symantec Email Security.cloud Link Following",
          "TrendMicro-URL-Scanner/2.0",
          "Sophos Email Time-of-Click/1.0",
          "Mozilla/5.0 (X11; Linux x64) HeadlessChrome/120.0.0.0 Safari/537.36",
          "curl/8.5.0",
          "Wget/1.21.4");

  @Inject TestClock clock;

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  private static Map<String, List<String>> settled(PublicLinks links) {
    Map<String, List<String>> rows = TenantRows.settled(links.tenant());
    assertThat(rows)
        .containsKeys("introduction", "journal", "consent", "introduction_token", "page_link");
    return rows;
  }

  /** That somebody tried is audited. */
  private static Map<String, List<String>> allButAudit(PublicLinks links) {
    Map<String, List<String>> rows = new HashMap<>(settled(links));
    rows.remove("audit_record");
    return rows;
  }

  private static RequestSpecification scanner(int number) {
    RequestSpecification request =
        given().redirects().follow(false).header("User-Agent", AGENTS.get(number));
    return switch (number % 4) {
      case 0 -> request.header("Sec-Purpose", "prefetch;prerender");
      case 1 -> request.header("Purpose", "prefetch");
      case 2 -> request.header("X-Moz", "prefetch");
      default -> request;
    };
  }

  @Test
  void shouldChangeNoRowWhenFiftyScannersOpenEveryLinkAtOnce() throws Exception {
    PublicLinks links = PublicLinks.begin(clock);
    Map<String, List<String>> before = settled(links);
    List<Callable<Integer>> storm = new ArrayList<>();
    for (String link : links.all()) {
      for (int i = 0; i < AGENTS.size(); i++) {
        int number = i;
        storm.add(() -> scanner(number).get(link).statusCode());
        storm.add(() -> scanner(number).head(link).statusCode());
      }
    }

    try (ExecutorService scanners = Executors.newFixedThreadPool(10)) {
      for (Future<Integer> answer : scanners.invokeAll(storm)) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }

    assertThat(storm).hasSize(50 * links.all().size());
    assertThat(settled(links)).isEqualTo(before);
  }

  @Test
  void shouldChangeNoRowAndKeepWhatWasTypedWhenAFormCameWithoutItsCodeOrTooFast() {
    PublicLinks links = PublicLinks.begin(clock);
    String optIn = nonce(links.optIn());
    String form = nonce(links.form());
    Map<String, List<String>> before = allButAudit(links);

    Map<String, String> yes = Map.of("choice", "ACCEPT");
    Map<String, String> typed = typed(unique("bob"));
    for (Map.Entry<String, Map<String, String>> page :
        Map.of(links.optIn(), yes, links.form(), typed).entrySet()) {
      String link = page.getKey();
      Map<String, String> sent = page.getValue();
      String kept = sent.equals(yes) ? "value=\"ACCEPT\" required checked" : "value=\"Bob Ray\"";
      assertThat(page(link, sent)).as("without").contains(kept);
      assertThat(page(link, with(sent, "nonce", "guessed"))).as("guessed").contains(kept);
      clock.still(
          () ->
              assertThat(page(link, with(sent, "nonce", nonce(link))))
                  .as("too fast")
                  .contains(kept));
    }

    assertThat(allButAudit(links)).isEqualTo(before);
    read();
    page(links.optIn(), Map.of("choice", "ACCEPT", "nonce", optIn));
    page(links.form(), with(typed, "nonce", form));
    assertThat(links.<String>read("state")).isEqualTo("MUTUAL");
    assertThat(links.referrals()).isEqualTo(2);
  }

  private static String nonce(String link) {
    return IntroductionStory.nonce(IntroductionStory.page(link).asString());
  }

  private static Map<String, String> typed(String name) {
    return Map.of("name", "Bob Ray", "email", name + "@ray.example", "organization", "Ray");
  }

  private static Map<String, String> with(Map<String, String> form, String key, String value) {
    Map<String, String> more = new HashMap<>(form);
    more.put(key, value);
    return more;
  }

  private static String page(String link, Map<String, String> form) {
    return IntroductionStory.submit(link, form).then().statusCode(200).extract().asString();
  }

  @Test
  void shouldMakeOneStepWhenAnyFormIsSentTwiceAtOnce() throws Exception {
    PublicLinks links = PublicLinks.begin(clock);
    String optIn = nonce(links.optIn());
    String form = nonce(links.form());
    read();

    twice(links.form(), with(typed(unique("bob")), "nonce", form));
    assertThat(twice(links.optIn(), Map.of("choice", "ACCEPT", "nonce", optIn)))
        .containsExactlyInAnyOrder(200, 404);
    assertThat(links.referrals()).isEqualTo(2);
    assertThat(links.<String>read("state")).isEqualTo("MUTUAL");
    int version = links.read("version");

    String takeBack = nonce(links.withdrawal());
    read();
    assertThat(twice(links.withdrawal(), Map.of("nonce", takeBack))).containsExactly(200, 200);
    assertThat(twice(links.optOut(), Map.of())).containsExactly(200, 200);

    assertThat(links.<String>read("state")).isEqualTo("WITHDRAWN");
    assertThat(links.<Integer>read("version")).isEqualTo(version + 1);
    Map<String, List<String>> rows = settled(links);
    assertThat(rows.get("consent")).hasSize(2);
    assertThat(rows.get("suppression")).hasSize(1);
  }

  private static List<Integer> twice(String link, Map<String, String> form) throws Exception {
    Callable<Response> click = () -> IntroductionStory.submit(link, form);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<Response>> answers = two.invokeAll(List.of(click, click));
      return List.of(answers.get(0).get().statusCode(), answers.get(1).get().statusCode());
    }
  }
}
