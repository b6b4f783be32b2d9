package app.vouch.program;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgramResourceTest {

  @Test
  void shouldMakeTheFirstProgramTheDefaultWhenNothingElseIsSaid() {
    String key = Programs.tenant();

    api(key)
        .body(Map.of("name", "Partners"))
        .post("/v1/programs")
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("id", matchesPattern("prg_[0-9a-z]{26}"))
        .body("family", matchesPattern("prg_[0-9a-z]{26}"))
        .body("state", equalTo("ACTIVE"))
        .body("defaultProgram", equalTo(true));
    api(key)
        .body(Map.of("name", "Staff", "family", "staff"))
        .post("/v1/programs")
        .then()
        .body("family", equalTo("staff"))
        .body("defaultProgram", equalTo(false));
  }

  @Test
  void shouldHaveOneDefaultWhenAnotherProgramBecomesIt() {
    String key = Programs.tenant();
    String first = api(key).body(Map.of("name", "One")).post("/v1/programs").path("id");
    String second =
        api(key)
            .body(Map.of("name", "Two", "defaultProgram", true))
            .post("/v1/programs")
            .path("id");
    api(key).get("/v1/programs/" + first).then().body("defaultProgram", equalTo(false));

    api(key)
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"2\"")
        .body("{\"defaultProgram\":true,\"name\":\"Uno\"}")
        .patch("/v1/programs/" + first)
        .then()
        .statusCode(200)
        .body("name", equalTo("Uno"))
        .body("version", equalTo(3));

    api(key)
        .get("/v1/programs")
        .then()
        .body("data.id", contains(second, first))
        .body("data.defaultProgram", contains(false, true));
  }

  @Test
  void shouldArchiveOnceWhenTheActionIsRepeated() {
    String key = Programs.tenant();
    String id = api(key).body(Map.of("name", "Old")).post("/v1/programs").path("id");

    for (int call = 0; call < 2; call++) {
      api(key)
          .body(Map.of("action", "ARCHIVE", "reasonCode", "over"))
          .post("/v1/programs/" + id + "/transitions")
          .then()
          .statusCode(200)
          .body("state", equalTo("ARCHIVED"))
          .body("defaultProgram", equalTo(false))
          .body("version", equalTo(2));
    }
    api(key)
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"2\"")
        .body("{\"defaultProgram\":true}")
        .patch("/v1/programs/" + id)
        .then()
        .statusCode(422)
        .body("code", equalTo("program-not-open"));
  }

  @Test
  void shouldNameTheFaultsWhenTheBodyIsWrong() {
    api()
        .body(Map.of("family", "no blanks"))
        .post("/v1/programs")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/name"))
        .body("errors.pointer", hasItem("/family"));
    api()
        .body(Map.of("action", "CLOSE"))
        .post("/v1/programs/prg_01h455vb4pex5vsknk084sn02q/transitions")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/action"));
    api()
        .body(Map.of("action", "ARCHIVE", "id", "prg_01h455vb4pex5vsknk084sn02q"))
        .post("/v1/programs/prg_01h455vb4pex5vsknk084sn02q/transitions")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-field"));
    api()
        .body(Map.of("action", "ARCHIVE"))
        .post("/v1/programs/prg_01h455vb4pex5vsknk084sn02q/transitions")
        .then()
        .statusCode(404);
  }

  @Test
  void shouldRefuseTheKeyWhenItIsUsedForAnotherProgram() {
    String key = Programs.tenant();
    String one = Programs.program(key);
    String two = Programs.program(key);
    api(key)
        .header("Idempotency-Key", "archive-1")
        .body(Map.of("action", "ARCHIVE"))
        .post("/v1/programs/" + one + "/transitions")
        .then()
        .statusCode(200);

    api(key)
        .header("Idempotency-Key", "archive-1")
        .body(Map.of("action", "ARCHIVE"))
        .post("/v1/programs/" + two + "/transitions")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void shouldAnswerTheSameOverGraphqlWithVersions() {
    String key = Programs.tenant();
    String id =
        graphql(
                key,
                "mutation($in: CreateProgramInput!) { createProgram(input: $in) { program { id version } userErrors { code } } }",
                Map.of("in", Map.of("name", "Graph")))
            .body("errors", nullValue())
            .extract()
            .path("data.createProgram.program.id");
    Programs.draft(key, id, "{}");
    Programs.draft(key, id, "{\"currency\":\"GBP\"}");

    graphql(
            key,
            "{ programs(first: 5) { edges { node { id defaultProgram versions { number currency } } } pageInfo { hasNextPage } } }",
            Map.of())
        .body("errors", nullValue())
        .body("data.programs.edges.node.id", contains(id))
        .body("data.programs.edges[0].node.versions.number", contains(2, 1))
        .body("data.programs.edges[0].node.versions.currency", contains("GBP", "USD"));
    graphql(
            key,
            "mutation($in: UpdateProgramInput!) { updateProgram(input: $in) { program { name } userErrors { code } } }",
            Map.of("in", Map.of("id", id, "version", 9, "name", "X")))
        .body("data.updateProgram.userErrors[0].code", equalTo("version-mismatch"));
    graphql(
            key,
            "mutation($in: TransitionProgramInput!) { transitionProgram(input: $in) { program { state } userErrors { code } } }",
            Map.of("in", Map.of("id", id, "action", "ARCHIVE")))
        .body("errors", nullValue())
        .body("data.transitionProgram.program.state", equalTo("ARCHIVED"));
    graphql(key, "query($id: ID!) { program(id: $id) { state } }", Map.of("id", id))
        .body("data.program.state", equalTo("ARCHIVED"));
  }
}
