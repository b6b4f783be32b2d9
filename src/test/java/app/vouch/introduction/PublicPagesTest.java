package app.vouch.introduction;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static app.vouch.introduction.IntroductionStory.answer;
import static app.vouch.introduction.IntroductionStory.page;
import static app.vouch.introduction.IntroductionStory.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import app.vouch.TestClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Public links between tenants and under guessing. */
@QuarkusTest
class PublicPagesTest {
  @Inject IntroductionStory story;
  @Inject TestClock clock;

  @TestHTTPResource("/")
  URI root;

  @Test
  void shouldFindNothingWithAnotherTenantsKey() {
    String id = story.requested();
    String message = api().get("/v1/introductions/" + id).path("dueMessageId");
    String other =
        api(OPERATOR_KEY)
            .body(Map.of("name", unique("Other")))
            .post("/v1/tenants")
            .then()
            .statusCode(201)
            .extract()
            .path("liveKey");

    for (String path : new String[] {"", "/consents", "/timeline", "/messages"}) {
      api(other).get("/v1/introductions/" + id + path).then().statusCode(404);
    }
    api(other).get("/v1/introductions").then().body("data", hasSize(0));
    api(other)
        .body(Map.of("action", "CANCEL"))
        .post("/v1/introductions/" + id + "/transitions")
        .then()
        .statusCode(404);
    api(other).post("/v1/messages/" + message + "/render").then().statusCode(404);
  }

  @Test
  void shouldServeTheStyleSheetThatThePagesName() {
    String link = story.link(story.requested());

    assertThat(page(link).asString()).contains("href=\"/assets/page.css\"");
    given().get("/assets/page.css").then().statusCode(200).contentType("text/css");
  }

  @Test
  void shouldStopGuessingAfterTwentyUnknownLinksAMinute() throws Exception {
    String link = story.link(story.requested());
    try (HttpClient guesser =
        HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.7")).build()) {
      for (int i = 0; i < 20; i++) {
        assertThat(status(guesser, "/i/guess-" + i)).isEqualTo(404);
      }

      assertThat(refusesAlike(guesser, "/w/guess")).isTrue();
      assertThat(status(guesser, link)).as("a link that is known").isEqualTo(200);
    }
    page(link).then().statusCode(200);
  }

  @Test
  void shouldAskForPatienceWhenAFormIsSentTooOften() {
    String id = story.requested();
    String link = story.link(id);
    answer(link, "ACCEPT", () -> clock.advance(Duration.ofSeconds(3))).then().statusCode(200);
    String message = api().get("/v1/introductions/" + id).path("dueMessageId");
    JsonPath invitation = api().post("/v1/messages/" + message + "/render").jsonPath();

    for (String url : List.of(invitation.getString("link"), invitation.getString("optOutUrl"))) {
      String path = URI.create(url).getPath();
      Response refused = flooded(path);
      refused
          .then()
          .contentType("text/html")
          .header("Retry-After", matchesPattern("[1-9][0-9]*"))
          .header("Content-Language", "de")
          .body(containsString("Senden Sie Ihre Antwort in einer Minute noch einmal"));
      page(path).then().statusCode(200);
    }

    submit(story.link(story.requested()), Map.of()).then().statusCode(200);
  }

  /** The first answer that is refused; the allowance grows while a slow machine asks. */
  private static Response flooded(String path) {
    for (int i = 0; i < 200; i++) {
      Response answer = submit(path + "?lang=de", Map.of("choice", "ACCEPT"));
      if (answer.statusCode() == 429) {
        return answer;
      }
    }
    throw new AssertionError("200 forms were taken from " + path);
  }

  /**
   * Whether the path is refused right after a guess was. The allowance grows by one in three
   * seconds, so a slow machine may have to try again.
   */
  private boolean refusesAlike(HttpClient client, String path)
      throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      if (status(client, "/i/guess-more-" + i) == 429 && status(client, path) == 429) {
        return true;
      }
    }
    return false;
  }

  private int status(HttpClient client, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + root.getPort() + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
