package app.vouch.program;

import static app.vouch.TestApi.KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferrerResourceTest {

  @Test
  void shouldEnrolSomebodyNewWhenNameAndAddressAreSent() {
    String program = Programs.program(KEY);

    enrol(program, kim())
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("id", matchesPattern("rfr_[0-9a-z]{26}"))
        .body("programId", equalTo(program))
        .body("person.name", equalTo("Kim"))
        .body("kind", equalTo("OTHER"))
        .body("state", equalTo("ENROLLED"))
        .body("code", matchesPattern("[2-9A-HJKMNP-TV-Z]{8}"));
  }

  @Test
  void shouldUpdateTheEnrolmentWhenThePersonHasOne() {
    String program = Programs.program(KEY);
    Map<String, String> kim = kim();
    String id = enrol(program, kim).extract().path("id");
    String code = unique("kim");

    api()
        .body(Map.of("programId", program, "person", kim, "kind", "PARTNER", "code", code))
        .post("/v1/referrers")
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("kind", equalTo("PARTNER"))
        .body("code", equalTo(code.toUpperCase(Locale.ROOT)))
        .body("version", equalTo(2));
    enrol(program, kim)
        .statusCode(200)
        .body("kind", equalTo("PARTNER"))
        .body("version", equalTo(2));
  }

  @Test
  void shouldEnrolAKnownPersonWhenNamedByIdOrReference() {
    String program = Programs.program(KEY);
    Map<String, String> ref = Map.of("system", "hubspot", "object", "contact", "id", unique("7"));
    String person =
        api()
            .body(Map.of("name", "Lea", "externalRefs", List.of(ref)))
            .post("/v1/people")
            .path("id");

    String id = enrol(program, Map.of("id", person)).statusCode(201).extract().path("id");
    enrol(program, Map.of("externalRef", ref)).statusCode(200).body("id", equalTo(id));
  }

  @Test
  void shouldRefuseAPersonWhenNobodyOrTooManyAreNamed() {
    String program = Programs.program(KEY);

    enrol(program, Map.of("email", "kim@mail.example"))
        .statusCode(400)
        .body("errors.pointer", contains("/person"));
    enrol(program, Map.of("id", "per_01h455vb4pex5vsknk084sn02q", "name", "Kim"))
        .statusCode(400)
        .body("errors.pointer", contains("/person"));
    enrol(program, Map.of("id", "per_01h455vb4pex5vsknk084sn02q"))
        .statusCode(422)
        .body("code", equalTo("unknown-reference"));
    enrol(program, Map.of("id", "rfr_01h455vb4pex5vsknk084sn02q"))
        .statusCode(422)
        .body("code", equalTo("wrong-id-type"));
    api()
        .body(Map.of("code", "a b", "kind", "PARTNER"))
        .post("/v1/referrers")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("/person", "/code"));
  }

  @Test
  void shouldRefuseACodeWhenItIsAnothers() {
    String program = Programs.program(KEY);
    String code = unique("dup");
    api()
        .body(Map.of("programId", program, "person", kim(), "code", code))
        .post("/v1/referrers")
        .then()
        .statusCode(201);

    api()
        .body(Map.of("programId", program, "person", kim(), "code", code.toUpperCase(Locale.ROOT)))
        .post("/v1/referrers")
        .then()
        .statusCode(409)
        .body("code", equalTo("already-exists"));
  }

  @Test
  void shouldUseTheDefaultProgramWhenNoneIsNamed() {
    String key = Programs.tenant();
    api(key)
        .body(Map.of("person", kim()))
        .post("/v1/referrers")
        .then()
        .statusCode(422)
        .body("code", equalTo("no-default-program"));

    String program = api(key).body(Map.of("name", "Default")).post("/v1/programs").path("id");
    api(key)
        .body(Map.of("person", kim()))
        .post("/v1/referrers")
        .then()
        .statusCode(201)
        .body("programId", equalTo(program));
  }

  @Test
  void shouldRefuseToEnrolWhenTheProgramIsArchivedOrUnknown() {
    String program = Programs.program(KEY);
    api().body(Map.of("action", "ARCHIVE")).post("/v1/programs/" + program + "/transitions");

    enrol(program, kim()).statusCode(422).body("code", equalTo("program-not-open"));
    enrol("prg_01h455vb4pex5vsknk084sn02q", kim())
        .statusCode(422)
        .body("code", equalTo("unknown-reference"));
  }

  @Test
  void shouldPauseResumeAndRemoveForGood() {
    String program = Programs.program(KEY);
    Map<String, String> kim = kim();
    String id = enrol(program, kim).extract().path("id");

    transition(id, "RESUME")
        .statusCode(409)
        .body("code", equalTo("transition-not-allowed"))
        .body("allowed", contains("PAUSE", "REMOVE"));
    transition(id, "PAUSE").statusCode(200).body("state", equalTo("PAUSED"));
    transition(id, "PAUSE").statusCode(200).body("version", equalTo(2));
    transition(id, "RESUME").statusCode(200).body("state", equalTo("ENROLLED"));
    transition(id, "REMOVE").statusCode(200).body("state", equalTo("REMOVED"));
    transition(id, "RESUME").statusCode(409).body("allowed", empty());
    enrol(program, kim).statusCode(409).body("code", equalTo("transition-not-allowed"));
  }

  @Test
  void shouldListWhenFiltered() {
    String program = Programs.program(KEY);
    String first = enrol(program, kim()).extract().path("id");
    ValidatableResponse second = enrol(program, kim());
    String secondId = second.extract().path("id");
    transition(secondId, "PAUSE");

    api()
        .queryParam("programId", program)
        .get("/v1/referrers")
        .then()
        .body("data.id", contains(secondId, first));
    api()
        .queryParam("programId", program)
        .queryParam("state", "PAUSED")
        .get("/v1/referrers")
        .then()
        .body("data.id", contains(secondId));
    api()
        .queryParam("code", second.extract().<String>path("code").toLowerCase(Locale.ROOT))
        .get("/v1/referrers")
        .then()
        .body("data.id", contains(secondId));
    api()
        .queryParam("personId", second.extract().<String>path("person.id"))
        .get("/v1/referrers")
        .then()
        .body("data.id", contains(secondId));
    api().queryParam("state", "GONE").get("/v1/referrers").then().statusCode(400);
    api().queryParam("personId", "x").get("/v1/referrers").then().statusCode(400);
    api().header("If-None-Match", "\"1\"").get("/v1/referrers/" + first).then().statusCode(304);
  }

  @Test
  void shouldAnswerTheSameOverGraphqlWithPersonAndProgram() {
    String program = Programs.program(KEY);
    String id =
        graphql(
                """
                mutation($in: EnrolReferrerInput!) {
                  enrolReferrer(input: $in) {
                    referrer { id state person { name email } program { id } externalRefs { id } }
                    userErrors { code }
                  }
                }""",
                Map.of("in", Map.of("programId", program, "person", kim(), "kind", "CUSTOMER")))
            .body("errors", nullValue())
            .body("data.enrolReferrer.userErrors", empty())
            .body("data.enrolReferrer.referrer.person.name", equalTo("Kim"))
            .body("data.enrolReferrer.referrer.program.id", equalTo(program))
            .extract()
            .path("data.enrolReferrer.referrer.id");

    graphql(
            """
            mutation($in: TransitionReferrerInput!) {
              transitionReferrer(input: $in) { referrer { state } userErrors { code } }
            }""",
            Map.of("in", Map.of("id", id, "action", "PAUSE")))
        .body("errors", nullValue())
        .body("data.transitionReferrer.referrer.state", equalTo("PAUSED"));
    graphql(
            """
            query($p: ID!, $id: ID!) {
              referrers(first: 10, filter: {programId: $p, state: PAUSED}) { edges { node { id person { id } } } }
              referrer(id: $id) { kind }
            }""",
            Map.of("p", program, "id", id))
        .body("errors", nullValue())
        .body("data.referrers.edges.node.id", contains(id))
        .body("data.referrer.kind", equalTo("CUSTOMER"));
  }

  private static Map<String, String> kim() {
    return Map.of("name", "Kim", "email", unique("kim") + "@mail.example");
  }

  private static ValidatableResponse enrol(String program, Map<String, ?> person) {
    return api().body(Map.of("programId", program, "person", person)).post("/v1/referrers").then();
  }

  private static ValidatableResponse transition(String id, String action) {
    return api().body(Map.of("action", action)).post("/v1/referrers/" + id + "/transitions").then();
  }
}
