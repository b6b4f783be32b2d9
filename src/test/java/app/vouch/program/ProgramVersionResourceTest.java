package app.vouch.program;

import static app.vouch.TestApi.KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgramVersionResourceTest {
  private static final String REWARD =
      """
      {"id":"won-10","trigger":"WON","amount":{"type":"PERCENT","percent":"10"},"cap":{"amount":"3000.00","currency":"USD"}}""";

  @Inject TestClock testClock;
  @Inject Clock clock;

  @Test
  void shouldAnswerCompleteSettingsWhenMostAreLeftOut() {
    String program = Programs.program(KEY);

    api()
        .body(
            "{\"introductions\":{\"connector\":{\"expires\":\"P3D\"}},\"rewards\":["
                + REWARD
                + "]}")
        .post("/v1/programs/" + program + "/versions")
        .then()
        .statusCode(201)
        .body("id", matchesPattern("pgv_[0-9a-z]{26}"))
        .body("programId", equalTo(program))
        .body("number", equalTo(1))
        .body("state", equalTo("DRAFT"))
        .body("currency", equalTo("USD"))
        .body("family", equalTo(program))
        .body("introductions.connector.expires", equalTo("P3D"))
        .body("introductions.connector.reminders", contains("P3D"))
        .body("introductions.prospect.expires", equalTo("P14D"))
        .body("sla.firstContact.unit", equalTo("HOUR"))
        .body("attribution.model.type", equalTo("FIRST_TOUCH"))
        .body("rewards[0].hold", equalTo("P30D"))
        .body("rewards[0].cap.amount", equalTo("3000.00"));
  }

  @Test
  void shouldNameEveryFaultWhenSettingsAreWrong() {
    String program = Programs.program(KEY);

    api()
        .body(
            """
            {"currency":"EUR","timeZone":"Nowhere","rewards":[
              {"id":"a","trigger":"WON","amount":{"type":"PERCENT","percent":"200"},"cap":{"amount":"1.00","currency":"USD"}}]}""")
        .post("/v1/programs/" + program + "/versions")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body(
            "errors.pointer",
            hasItems("/timeZone", "/rewards/0/amount/percent", "/rewards/0/cap/currency"));
    api()
        .body(
            "{\"rewards\":[{\"id\":\"a\",\"trigger\":\"MEETING\",\"amount\":{\"type\":\"PERCENT\",\"percent\":\"10\"}}]}")
        .post("/v1/programs/" + program + "/versions")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/rewards/0/amount/type"))
        .body("errors.code", everyItem(equalTo("not-supported")));
    api()
        .body("{\"rewards\":[{\"trigger\":\"WON\"},null],\"tiers\":[null]}")
        .post("/v1/programs/" + program + "/versions")
        .then()
        .statusCode(400)
        .body(
            "errors.pointer",
            hasItems("/rewards/0/id", "/rewards/0/amount", "/rewards/1", "/tiers/0"));
    api()
        .body("{\"attribution\":{\"model\":{\"type\":\"SHAPLEY\"}}}")
        .post("/v1/programs/" + program + "/versions")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/attribution/model/type"));
    api()
        .body("{\"programId\":\"" + program + "\"}")
        .post("/v1/programs/" + program + "/versions")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/programId"));
    api()
        .body("{}")
        .post("/v1/programs/prg_01h455vb4pex5vsknk084sn02q/versions")
        .then()
        .statusCode(404);
  }

  @Test
  void shouldChangeADraftWhenThePatchNamesItsVersion() {
    String program = Programs.program(KEY);
    String version =
        Programs.draft(
            KEY,
            program,
            "{\"sla\":{\"thankYou\":{\"amount\":3,\"unit\":\"HOUR\"}},\"attribution\":{\"sources\":[\"LINK\"]}}");

    patch(
            version,
            1,
            """
            {"sla":{"firstContact":{"amount":12,"unit":"HOUR"},"thankYou":null},
             "effectiveFrom":"2030-01-01T00:00:00Z","attribution":{"sources":["CAPTURE","MANUAL"]}}""")
        .statusCode(200)
        .body("version", equalTo(2))
        .body("effectiveFrom", equalTo("2030-01-01T00:00:00Z"))
        .body("sla.firstContact.amount", equalTo(12))
        .body("sla.thankYou.amount", equalTo(48))
        .body("attribution.sources", contains("CAPTURE", "MANUAL"));
    patch(version, 2, "{\"effectiveFrom\":null,\"sla\":{\"firstContact\":{\"amount\":6}}}")
        .statusCode(200)
        .body("effectiveFrom", nullValue())
        .body("sla.firstContact.amount", equalTo(6))
        .body("sla.firstContact.unit", equalTo("HOUR"));
  }

  @Test
  void shouldRefuseAPatchWhenItIsWrong() {
    String version = Programs.draft(KEY, Programs.program(KEY), "{}");

    patch(version, 9, "{\"family\":\"other\"}").statusCode(412);
    patch(version, 1, "{\"tiers\":\"two\"}").statusCode(400);
    patch(version, 1, "{\"state\":\"PUBLISHED\"}")
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-field"));
    patch(version, 1, "{\"rewards\":[{\"id\":\"x\"}]}")
        .statusCode(400)
        .body("errors.pointer", hasItems("/rewards/0/trigger", "/rewards/0/amount"));
    patch(version, 1, "{\"claims\":{\"protection\":\"90\"}}")
        .statusCode(400)
        .body("errors.pointer", contains("/claims/protection"));
  }

  @Test
  void shouldNeverChangeWhenItIsPublished() {
    String version = Programs.published(KEY, Programs.program(KEY), "{\"family\":\"first\"}");

    patch(version, 2, "{\"family\":\"other\"}")
        .statusCode(409)
        .body("code", equalTo("version-immutable"));
    transition(version, "DISCARD").statusCode(409).body("code", equalTo("transition-not-allowed"));
    api()
        .get("/v1/program-versions/" + version)
        .then()
        .body("family", equalTo("first"))
        .body("publishedAt", notNullValue())
        .body("version", equalTo(2));
  }

  @Test
  void shouldSupersedeTheOneBeforeWhenTheNextIsEffectiveNow() {
    String program = Programs.program(KEY);
    String first = Programs.published(KEY, program, "{}");
    String second = Programs.published(KEY, program, "{}");

    assertState(first, "SUPERSEDED");
    assertState(second, "PUBLISHED");
    api()
        .get("/v1/programs/" + program + "/versions")
        .then()
        .body("data.id", contains(second, first))
        .body("data.number", contains(2, 1));
  }

  @Test
  void shouldSupersedeTheOneBeforeWhenTheTimeOfTheNextComes() {
    String program = Programs.program(KEY);
    String first = Programs.published(KEY, program, "{}");
    Instant soon = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    String second = Programs.published(KEY, program, "{\"effectiveFrom\":\"" + soon + "\"}");
    assertState(first, "PUBLISHED");
    assertState(second, "PUBLISHED");

    testClock.advance(Duration.ofDays(1));

    await().atMost(Duration.ofSeconds(60)).until(() -> state(first), "SUPERSEDED"::equals);
    assertState(second, "PUBLISHED");
  }

  @Test
  void shouldRefuseToPublishWhenALaterVersionIsPublished() {
    String program = Programs.program(KEY);
    Instant later = clock.instant().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    String future = Programs.published(KEY, program, "{\"effectiveFrom\":\"" + later + "\"}");
    String now = Programs.draft(KEY, program, "{}");

    api()
        .post("/v1/program-versions/" + now + "/publish")
        .then()
        .statusCode(422)
        .body("code", equalTo("version-not-publishable"))
        .body("programVersionId", equalTo(future));
    assertState(now, "DRAFT");
  }

  @Test
  void shouldRefuseToPublishWhenTheProgramIsArchived() {
    String program = Programs.program(KEY);
    String version = Programs.draft(KEY, program, "{}");
    api().body(Map.of("action", "ARCHIVE")).post("/v1/programs/" + program + "/transitions");

    transition(version, "PUBLISH").statusCode(422).body("code", equalTo("version-not-publishable"));
    transition(version, "DISCARD").statusCode(200).body("state", equalTo("DISCARDED"));
    transition(version, "DISCARD").statusCode(200).body("version", equalTo(2));
    transition(version, "PUBLISH").statusCode(409);
    transition(version, "SUPERSEDE").statusCode(400);
  }

  @Test
  void shouldStoreNothingWhenItIsADryRun() {
    String version = Programs.draft(KEY, Programs.program(KEY), "{}");

    api()
        .body(Map.of("dryRun", true))
        .post("/v1/program-versions/" + version + "/publish")
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("result.state", equalTo("PUBLISHED"))
        .body("events.type", contains("program.published"));
    assertState(version, "DRAFT");
  }

  @Test
  void shouldNeedTheScopeToPublishWhenDoneByATransition() {
    String version = Programs.draft(KEY, Programs.program(KEY), "{}");
    String key =
        api()
            .body(Map.of("name", "writer", "scopes", List.of("programs:write")))
            .post("/v1/api-keys")
            .path("secret");

    api(key)
        .body(Map.of("action", "PUBLISH"))
        .post("/v1/program-versions/" + version + "/transitions")
        .then()
        .statusCode(403)
        .body("scope", equalTo("programs:publish"));
    api(key)
        .body(Map.of("action", "DISCARD"))
        .post("/v1/program-versions/" + version + "/transitions")
        .then()
        .statusCode(200);
  }

  @Test
  void shouldAnswerTheSameOverGraphql() {
    String program = Programs.program(KEY);
    String id =
        graphql(
                """
                mutation($in: CreateProgramVersionInput!) {
                  createProgramVersion(input: $in) {
                    programVersion { id number capture { review openEnrolment } program { id }
                      rewards { id trigger amount { type percent of } cap { amount currency } clawback { mode } } }
                    userErrors { code field }
                  }
                }""",
                Map.of(
                    "in",
                    Map.of(
                        "programId",
                        program,
                        "capture",
                        Map.of("openEnrolment", true),
                        "rewards",
                        List.of(
                            Map.of(
                                "id",
                                "won-10",
                                "trigger",
                                "WON",
                                "cap",
                                Map.of("amount", "3000.00", "currency", "USD"),
                                "amount",
                                Map.of("type", "PERCENT", "percent", "10"))))))
            .body("errors", nullValue())
            .body("data.createProgramVersion.userErrors", empty())
            .body("data.createProgramVersion.programVersion.program.id", equalTo(program))
            .body("data.createProgramVersion.programVersion.capture.review", equalTo("NONE"))
            .body(
                "data.createProgramVersion.programVersion.rewards[0].amount.percent", equalTo("10"))
            .extract()
            .path("data.createProgramVersion.programVersion.id");

    graphql(
            """
            mutation($in: UpdateProgramVersionInput!) {
              updateProgramVersion(input: $in) {
                programVersion { version capture { review openEnrolment } attribution { model { type } sources } }
                userErrors { code field }
              }
            }""",
            Map.of(
                "in",
                Map.of(
                    "id",
                    id,
                    "version",
                    1,
                    "capture",
                    Map.of("review", "ALL"),
                    "attribution",
                    Map.of("model", Map.of("type", "LINEAR"), "sources", List.of("MANUAL")))))
        .body("errors", nullValue())
        .body("data.updateProgramVersion.userErrors", empty())
        .body("data.updateProgramVersion.programVersion.version", equalTo(2))
        .body("data.updateProgramVersion.programVersion.capture.review", equalTo("ALL"))
        .body("data.updateProgramVersion.programVersion.capture.openEnrolment", equalTo(true))
        .body("data.updateProgramVersion.programVersion.attribution.sources", contains("MANUAL"));
    graphql(
            """
            mutation($in: CreateProgramVersionInput!) {
              createProgramVersion(input: $in) { programVersion { id } userErrors { code field } }
            }""",
            Map.of("in", Map.of("programId", program, "currency", "XXX")))
        .body("errors", nullValue())
        .body("data.createProgramVersion.userErrors[0].field", contains("currency"));
    graphql(
            """
            mutation($in: PublishProgramVersionInput!) {
              publishProgramVersion(input: $in) { programVersion { state } userErrors { code } }
            }""",
            Map.of("in", Map.of("id", id)))
        .body("errors", nullValue())
        .body("data.publishProgramVersion.programVersion.state", equalTo("PUBLISHED"));
    graphql(
            """
            mutation($in: TransitionProgramVersionInput!) {
              transitionProgramVersion(input: $in) { programVersion { state } userErrors { code } }
            }""",
            Map.of("in", Map.of("id", id, "action", "DISCARD")))
        .body(
            "data.transitionProgramVersion.userErrors[0].code", equalTo("transition-not-allowed"));
    graphql(
            "query($p: ID!, $v: ID!) { programVersions(programId: $p, first: 1) { edges { node { id } } } programVersion(id: $v) { state } }",
            Map.of("p", program, "v", id))
        .body("errors", nullValue())
        .body("data.programVersions.edges.node.id", contains(id))
        .body("data.programVersion.state", equalTo("PUBLISHED"));
  }

  private static ValidatableResponse patch(String version, int read, String body) {
    return api()
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"" + read + "\"")
        .body(body)
        .patch("/v1/program-versions/" + version)
        .then();
  }

  private static ValidatableResponse transition(String version, String action) {
    return api()
        .body(Map.of("action", action))
        .post("/v1/program-versions/" + version + "/transitions")
        .then();
  }

  private static String state(String version) {
    return api().get("/v1/program-versions/" + version).path("state");
  }

  private static void assertState(String version, String state) {
    assertThat(state(version)).isEqualTo(state);
  }
}
