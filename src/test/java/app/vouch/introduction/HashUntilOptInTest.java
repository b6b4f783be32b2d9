package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static app.vouch.introduction.IntroductionStory.answer;
import static app.vouch.introduction.IntroductionStory.nonce;
import static app.vouch.introduction.IntroductionStory.page;
import static app.vouch.introduction.IntroductionStory.request;
import static app.vouch.introduction.IntroductionStory.state;
import static app.vouch.introduction.IntroductionStory.submit;
import static app.vouch.introduction.IntroductionStory.transition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.TestClock;
import app.vouch.introduction.IntroductionStory.Connector;
import app.vouch.introduction.IntroductionStory.Referred;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program that keeps no address of a prospect before they agree, only its key. */
@QuarkusTest
class HashUntilOptInTest {
  private static final String RULES =
      """
      {"currency":"USD","capture":{"prospectContact":"HASH_UNTIL_OPT_IN"},
       "introductions":{"attestedConsent":"BOTH"}}""";

  @Inject IntroductionStory story;
  @Inject TestClock clock;

  private void read() {
    clock.advance(Duration.ofSeconds(3));
  }

  private static Map<String, Object> capture(Connector kim, String email) {
    Map<String, Object> body = new HashMap<>();
    body.put("prospect", Map.of("name", "Ann Lee, " + email, "email", email));
    body.put("referrer", Map.of("id", kim.referrerId()));
    body.put("programId", kim.programId());
    body.put("reason", "Write to %s soon".formatted(email));
    body.put("note", "<%s>".formatted(email));
    body.put("role", email);
    body.put("phone", "+1 555 0100");
    body.put("evidence", List.of(Map.of("kind", "TEXT", "text", "From: Ann <" + email + ">")));
    body.put("metadata", Map.of("mail", email));
    return body;
  }

  private Referred referral() {
    return story.referralBy(IntroductionStory.connectorUnder(RULES), "Ann Lee");
  }

  /** The prospect of an introduction is asked; the path of their link. */
  private String asked(String introduction) {
    answer(story.link(introduction), "ACCEPT", this::read).then().statusCode(200);
    return story.link(introduction);
  }

  private Response accept(String link, String email) {
    String nonce = nonce(page(link).then().statusCode(200).extract().asString());
    read();
    return submit(link, Map.of("choice", "ACCEPT", "email", email, "nonce", nonce));
  }

  private static String person(String introduction) {
    return api().get("/v1/introductions/" + introduction).path("prospectPersonId");
  }

  private static void suppress(String email) {
    api()
        .body(Map.of("email", email, "reason", "OBJECTION"))
        .post("/v1/suppressions")
        .then()
        .statusCode(201);
  }

  @Test
  void shouldKeepTheAddressNowhereBeforeTheProspectAgrees() throws SQLException {
    Connector kim = IntroductionStory.connectorUnder(RULES);
    String email = unique("ann") + "@" + unique("acme") + ".example";

    String id =
        api()
            .header("Idempotency-Key", unique("capture"))
            .body(capture(kim, email))
            .post("/v1/referrals")
            .then()
            .statusCode(201)
            .body("prospect.email", nullValue())
            .body("prospect.phone", nullValue())
            .body("prospect.name", containsString("Ann Lee"))
            .extract()
            .path("id");
    graphql(
            "mutation($input: CaptureReferralInput!) { captureReferral(input: $input)"
                + " { referral { state prospect { name email } } userErrors { code } } }",
            Map.of("input", graphqlInput(kim, email)))
        .body("errors", nullValue())
        .body("data.captureReferral.referral.state", equalTo("DUPLICATE"));
    byForm(kim, email);
    String introduction = story.requested(id);
    String link = asked(introduction);
    page(link).then().statusCode(200);
    answer(link, "NOT_NOW", this::read).then().statusCode(200);
    api().get("/v1/referrals?prospectEmail=" + email).then().body("data.size()", equalTo(3));

    assertThat(WholeDatabase.columnsWith(email)).isEmpty();
    assertThat(WholeDatabase.columnsWith(kim.email())).contains("person.email");
  }

  private static Map<String, Object> graphqlInput(Connector kim, String email) {
    Map<String, Object> input = capture(kim, email);
    input.remove("metadata");
    input.put("idempotencyKey", unique("capture"));
    return input;
  }

  private void byForm(Connector kim, String email) {
    String url =
        api()
            .body(Map.of("kind", "FORM"))
            .post("/v1/referrers/" + kim.referrerId() + "/page-links")
            .then()
            .extract()
            .path("url");
    String path = url.substring(url.indexOf("/f/"));
    String nonce = nonce(page(path).then().statusCode(200).extract().asString());
    read();
    submit(
            path,
            Map.of(
                "name",
                "Ann Lee",
                "email",
                email,
                "organization",
                "Acme",
                "reason",
                "She said " + email,
                "nonce",
                nonce))
        .then()
        .statusCode(200)
        .body(not(containsString("role=\"alert\"")));
  }

  @Test
  void shouldRefuseAnExternalReferenceThatIsTheAddress() {
    Connector kim = IntroductionStory.connectorUnder(RULES);
    String email = unique("ann") + "@acme.example";
    Map<String, Object> body = capture(kim, email);
    body.put("externalRefs", List.of(Map.of("system", "sheet", "id", email)));

    api()
        .body(body)
        .post("/v1/referrals")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/externalRefs/0/id"));
  }

  @Test
  void shouldAskForTheAddressAndKeepItWithTheYes() throws SQLException {
    Referred ann = referral();
    String id = story.requested(ann.id());
    String link = asked(id);

    page(link).then().body(containsString("type=\"email\" id=\"email\""));
    for (String wrong : List.of("", "nobody", "a@b", "x".repeat(320) + "@acme.example")) {
      accept(link, wrong)
          .then()
          .statusCode(200)
          .body(containsString("role=\"alert\""))
          .body(containsString("Please give an e-mail address"));
    }
    assertThat(state(id)).isEqualTo("PROSPECT_ASKED");
    accept(link, " " + ann.prospectEmail() + " ").then().statusCode(200);

    api()
        .get("/v1/introductions/" + id)
        .then()
        .body("state", equalTo("MUTUAL"))
        .body("prospectEmail", equalTo(ann.prospectEmail()));
    api().get("/v1/people/" + person(id)).then().body("email", equalTo(ann.prospectEmail()));
    transition(id, Map.of("action", "INTRODUCE")).statusCode(200);
    assertThat(WholeDatabase.columnsWith(ann.prospectEmail()))
        .containsExactly("introduction.prospect_email", "person.email");
  }

  @Test
  void shouldNotAskForAnAddressToSayNo() {
    String id = story.requested(referral().id());

    answer(asked(id), "DECLINE", this::read).then().statusCode(200);

    assertThat(state(id)).isEqualTo("PROSPECT_DECLINED");
  }

  @Test
  void shouldAskNobodyWhoseAddressIsKept() {
    String id = story.requested();
    String link = asked(id);

    page(link).then().body(not(containsString("type=\"email\"")));
    answer(link, "ACCEPT", this::read).then().statusCode(200);

    api().get("/v1/introductions/" + id).then().body("prospectEmail", nullValue());
  }

  @Test
  void shouldTakeAnotherAddressForThisIntroductionAlone() {
    Referred ann = referral();
    String id = story.requested(ann.id());
    String other = unique("ann") + "@home.example";

    accept(asked(id), other).then().statusCode(200);

    api().get("/v1/introductions/" + id).then().body("prospectEmail", equalTo(other));
    api().get("/v1/people/" + person(id)).then().body("email", nullValue());
    api().get("/v1/people?email=" + other).then().body("data.size()", equalTo(0));
    api()
        .get("/v1/people?email=" + ann.prospectEmail())
        .then()
        .body("data[0].id", equalTo(person(id)));

    suppress(other);
    assertThat(state(id)).isEqualTo("WITHDRAWN");
  }

  @Test
  void shouldRefuseASuppressedAddressOnThePage() {
    Referred ann = referral();
    String id = story.requested(ann.id());
    String link = asked(id);
    String other = unique("ann") + "@home.example";
    suppress(other);

    accept(link, other).then().statusCode(200).body(containsString("Please give another one"));
    assertThat(state(id)).isEqualTo("PROSPECT_ASKED");
    accept(link, ann.prospectEmail()).then().statusCode(200);

    assertThat(state(id)).isEqualTo("MUTUAL");
  }

  @Test
  void shouldKnowASuppressedProspectByTheKey() {
    String email = unique("ann") + "@acme.example";
    suppress(email);
    String id =
        api()
            .body(capture(IntroductionStory.connectorUnder(RULES), email))
            .post("/v1/referrals")
            .path("id");

    api()
        .body(request(id))
        .post("/v1/introductions")
        .then()
        .statusCode(422)
        .body("code", equalTo("introduction-not-possible"));
  }

  private static Map<String, Object> said(String action) {
    return new HashMap<>(Map.of("action", action, "channel", "PHONE", "evidence", "said yes"));
  }

  @Test
  void shouldNotIntroduceBeforeAnAddressIsKnown() {
    Referred ann = referral();
    String id = story.requested(ann.id());
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);
    transition(id, said("PROSPECT_ACCEPT")).statusCode(200).body("state", equalTo("MUTUAL"));

    transition(id, Map.of("action", "INTRODUCE"))
        .statusCode(422)
        .body("code", equalTo("address-unknown"))
        .body("detail", containsString("update the person"));
    String person = person(id);
    int version = api().get("/v1/people/" + person).path("version");
    api()
        .header("If-Match", "\"" + version + "\"")
        .contentType("application/merge-patch+json")
        .body(Map.of("email", ann.prospectEmail()))
        .patch("/v1/people/" + person)
        .then()
        .statusCode(200);

    transition(id, Map.of("action", "INTRODUCE"))
        .statusCode(200)
        .body("state", equalTo("INTRODUCED"));
  }

  @Test
  void shouldTakeTheAddressWithAnAttestedYes() {
    Referred ann = referral();
    String id = story.requested(ann.id());
    Map<String, Object> early = said("CONNECTOR_ACCEPT");
    early.put("prospectEmail", ann.prospectEmail());
    transition(id, early).statusCode(400).body("errors[0].pointer", equalTo("/prospectEmail"));
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);
    String unwanted = unique("ann") + "@home.example";
    suppress(unwanted);
    Map<String, Object> yes = said("PROSPECT_ACCEPT");

    yes.put("prospectEmail", unwanted);
    transition(id, yes).statusCode(422).body("code", equalTo("introduction-not-possible"));
    yes.put("prospectEmail", "nonsense");
    transition(id, yes).statusCode(400);
    yes.put("prospectEmail", ann.prospectEmail());
    transition(id, yes).statusCode(200).body("prospectEmail", equalTo(ann.prospectEmail()));

    transition(id, Map.of("action", "INTRODUCE")).statusCode(200);
  }

  @Test
  void shouldRefuseRulesThatWriteToAKey() {
    String program = api().body(Map.of("name", unique("Partners"))).post("/v1/programs").path("id");

    api()
        .body(
            """
            {"currency":"USD","capture":{"prospectContact":"HASH_UNTIL_OPT_IN"},
             "introductions":{"sending":"VOUCH_SENDS"}}""")
        .post("/v1/programs/" + program + "/versions")
        .then()
        .statusCode(400)
        .body("errors.pointer.toString()", containsString("/capture/prospectContact"));
  }
}
