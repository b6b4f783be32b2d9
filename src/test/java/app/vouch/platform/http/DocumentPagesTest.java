package app.vouch.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import app.vouch.TestApi;
import app.vouch.shared.ProblemType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class DocumentPagesTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

  @Test
  void shouldLinkOnlyToWhatIsThere() {
    String page =
        given().accept(ContentType.HTML).get("/").then().statusCode(200).extract().asString();
    List<String> links = LINK.matcher(page).results().map(match -> match.group(1)).toList();

    assertThat(links).contains("/docs", "/graphiql", "/openapi?format=yaml", "/problems");
    for (String link : links) {
      given().header("Authorization", "Bearer " + TestApi.KEY).get(link).then().statusCode(200);
    }
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void shouldExplainEveryProblem(ProblemType type) {
    given()
        .accept(ContentType.JSON)
        .get("/problems/" + type.slug())
        .then()
        .statusCode(200)
        .body("code", equalTo(type.slug()))
        .body("status", equalTo(type.status()));
    given()
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .get("/problems/" + type.slug())
        .then()
        .statusCode(200)
        .contentType(ContentType.HTML)
        .body("html.body.h1", equalTo(type.title()));
  }

  @Test
  void shouldListAllProblems() {
    given()
        .accept(ContentType.JSON)
        .get("/problems")
        .then()
        .statusCode(200)
        .body("code", hasItems("invalid-request", "missing-scope"));
  }

  @Test
  void shouldAnswerAProblemForAnUnknownCode() {
    given()
        .accept(ContentType.JSON)
        .get("/problems/nothing-like-this")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }

  @Test
  void shouldPointFromAProblemToItsPage() {
    String type = TestApi.api().get("/v1/nothing").then().statusCode(404).extract().path("type");
    given().get(type).then().statusCode(200);
  }
}
