package app.vouch.directory;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonResourceTest {

  @Test
  void shouldMakeAPersonWithTheirOrganizationWhenBothAreNew() {
    String domain = unique("acme") + ".example";

    api()
        .body(
            Map.of(
                "name",
                "Ann Lee",
                "email",
                "ann@" + domain,
                "organization",
                Map.of("name", "Acme", "domain", domain)))
        .post("/v1/people")
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("id", matchesPattern("per_[0-9a-z]{26}"))
        .body("organization.name", equalTo("Acme"))
        .body("organization.id", matchesPattern("org_[0-9a-z]{26}"));
  }

  @Test
  void shouldUpdateTheSamePersonWhenTheAddressReachesThem() {
    String box = unique("ann").replace("-", "");
    String id = made("Ann", box + "@googlemail.com");

    api()
        .body(Map.of("name", "Ann Lee", "email", box.toUpperCase() + "+x@gmail.com"))
        .post("/v1/people")
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("version", equalTo(2))
        .body("name", equalTo("Ann Lee"));
  }

  @Test
  void shouldKeepWhatIsLeftOutWhenAPersonIsSentAgain() {
    String email = unique("kim") + "@mail.example";
    api()
        .body(Map.of("name", "Kim", "email", email, "phone", "+44 20 7946 0000"))
        .post("/v1/people");

    api()
        .body(Map.of("name", "Kim", "email", email))
        .post("/v1/people")
        .then()
        .statusCode(200)
        .body("phone", equalTo("+44 20 7946 0000"))
        .body("version", equalTo(1));
  }

  @Test
  void shouldMakeOnePersonWhenManyCallsRaceForOneAddress() throws Exception {
    String email = unique("race") + "@mail.example";
    int threads = 6;
    CyclicBarrier start = new CyclicBarrier(threads);
    Callable<String> call =
        () -> {
          start.await();
          return api()
              .body(Map.of("name", "Race", "email", email))
              .post("/v1/people")
              .then()
              .extract()
              .path("id");
        };

    Set<String> ids;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<String>> answers =
          pool.invokeAll(IntStream.range(0, threads).mapToObj(i -> call).toList());
      ids = answers.stream().map(PersonResourceTest::of).collect(Collectors.toSet());
    }

    assertThat(ids).hasSize(1);
    api().queryParam("email", email).get("/v1/people").then().body("data", hasSize(1));
  }

  private static String of(Future<String> answer) {
    return String.valueOf(answer.resultNow());
  }

  @Test
  void shouldRefuseWhenReferenceAndAddressNameTwoPeople() {
    String external = unique("003");
    String email = unique("lou") + "@mail.example";
    made("Lou", email);
    api().body(Map.of("name", "Max", "externalRefs", refs(external))).post("/v1/people");

    api()
        .body(Map.of("name", "Max", "email", email, "externalRefs", refs(external)))
        .post("/v1/people")
        .then()
        .statusCode(409)
        .body("code", equalTo("already-exists"))
        .body("ids", hasSize(2));
  }

  @Test
  void shouldNameEveryFaultWhenTheBodyBreaksBounds() {
    api()
        .body(
            Map.of("email", "nowhere", "phone", "1", "organization", Map.of("domain", "no domain")))
        .post("/v1/people")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors.pointer", hasItem("/name"))
        .body("errors.pointer", hasItem("/email"))
        .body("errors.pointer", hasItem("/phone"))
        .body("errors.pointer", hasItem("/organization/name"))
        .body("errors.pointer", hasItem("/organization/domain"));
  }

  @Test
  void shouldRefuseAnOrganizationWhenItDoesNotExistOrIsOfAnotherType() {
    api()
        .body(Map.of("name", "Nia", "organizationId", "org_01h455vb4pex5vsknk084sn02q"))
        .post("/v1/people")
        .then()
        .statusCode(422)
        .body("code", equalTo("unknown-reference"));

    api()
        .body(Map.of("name", "Nia", "organizationId", "per_01h455vb4pex5vsknk084sn02q"))
        .post("/v1/people")
        .then()
        .statusCode(422)
        .body("code", equalTo("wrong-id-type"));
  }

  @Test
  void shouldChangeAndRemoveWhenThePatchNamesTheVersion() {
    String id = made("Ola", unique("ola") + "@mail.example");

    patch(id, "\"1\"", "{\"name\":\"Ola Nord\",\"email\":null}")
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("name", equalTo("Ola Nord"))
        .body("email", nullValue());
  }

  @Test
  void shouldRefuseAPatchWhenTheVersionIsMissingOrOld() {
    String id = made("Pia", unique("pia") + "@mail.example");

    patch(id, null, "{\"name\":\"P\"}")
        .statusCode(428)
        .body("code", equalTo("precondition-required"));
    patch(id, "\"7\"", "{\"name\":\"P\"}")
        .statusCode(412)
        .body("code", equalTo("version-mismatch"))
        .body("version", equalTo(1));
  }

  @Test
  void shouldRefuseAPatchWhenItIsNoneOfAPerson() {
    String id = made("Quin", unique("quin") + "@mail.example");

    patch(id, "\"1\"", "{\"name\":null}").statusCode(400).body("errors.pointer", contains("/name"));
    patch(id, "\"1\"", "{\"nickname\":\"Q\"}")
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-field"));
    patch(id, "\"1\"", "[1]").statusCode(400).body("code", equalTo("invalid-request"));
    patch(id, "\"1\"", "{\"email\":\"no\"}")
        .statusCode(400)
        .body("errors.pointer", contains("/email"));
  }

  @Test
  void shouldRefuseAPatchWhenTheAddressIsAnothers() {
    String email = unique("rae") + "@mail.example";
    made("Rae", email);
    String other = made("Sol", unique("sol") + "@mail.example");

    patch(other, "\"1\"", "{\"email\":\"" + email + "\"}")
        .statusCode(409)
        .body("code", equalTo("already-exists"));
  }

  @Test
  void shouldListByAddressAndReferenceWhenFiltered() {
    String external = unique("003");
    String email = unique("tom") + "@mail.example";
    String id =
        api()
            .body(Map.of("name", "Tom", "email", email, "externalRefs", refs(external)))
            .post("/v1/people")
            .path("id");

    api()
        .queryParam("email", email.toUpperCase())
        .get("/v1/people")
        .then()
        .statusCode(200)
        .body("data.id", contains(id));
    api()
        .queryParam("externalRef", "salesforce:default:Contact:" + external)
        .get("/v1/people")
        .then()
        .body("data.id", contains(id));
    api()
        .queryParam("externalRef", "salesforce:default:Contact:none")
        .get("/v1/people")
        .then()
        .body("data", empty());
    api().queryParam("email", "nowhere").get("/v1/people").then().statusCode(400);
  }

  @Test
  void shouldAnswerNotModifiedOrNotFoundWhenReadAgain() {
    String id = made("Uma", unique("uma") + "@mail.example");

    api().header("If-None-Match", "\"1\"").get("/v1/people/" + id).then().statusCode(304);
    api().get("/v1/people/per_01h455vb4pex5vsknk084sn02q").then().statusCode(404);
    api().get("/v1/people/org_01h455vb4pex5vsknk084sn02q").then().statusCode(404);
  }

  @Test
  void shouldAnswerTheSameOverGraphqlWithNestedOrganizationAndPeople() {
    String domain = unique("nest") + ".example";
    String id =
        graphql(
                """
                mutation($in: UpsertPersonInput!) {
                  upsertPerson(input: $in) { person { id organization { id domain } } userErrors { code } }
                }""",
                Map.of(
                    "in",
                    Map.of(
                        "name",
                        "Vic",
                        "email",
                        "vic@" + domain,
                        "organization",
                        Map.of("name", "Nest", "domain", domain))))
            .statusCode(200)
            .body("errors", nullValue())
            .body("data.upsertPerson.userErrors", empty())
            .body("data.upsertPerson.person.organization.domain", equalTo(domain))
            .extract()
            .path("data.upsertPerson.person.id");

    graphql(
            """
            query($mail: String) {
              people(first: 2, filter: {email: $mail}) {
                edges { node { id name organization { name people { id } } } }
              }
            }""",
            Map.of("mail", "vic@" + domain))
        .body("errors", nullValue())
        .body("data.people.edges.node.id", contains(id))
        .body("data.people.edges[0].node.organization.people.id", contains(id));

    graphql(
            """
            mutation($in: UpdatePersonInput!) {
              updatePerson(input: $in) { person { version email organization { id } } userErrors { code field } }
            }""",
            Map.of(
                "in", Map.of("id", id, "version", 1, "remove", List.of("EMAIL", "ORGANIZATION"))))
        .body("errors", nullValue())
        .body("data.updatePerson.person.version", equalTo(2))
        .body("data.updatePerson.person.email", nullValue())
        .body("data.updatePerson.person.organization", nullValue());

    graphql(
            """
            mutation($in: UpdatePersonInput!) {
              updatePerson(input: $in) { person { id } userErrors { code field } }
            }""",
            Map.of("in", Map.of("id", id, "version", 1, "name", "V")))
        .body("data.updatePerson.person", nullValue())
        .body("data.updatePerson.userErrors[0].code", equalTo("version-mismatch"));

    graphql("query($id: ID!) { person(id: $id) { name } }", Map.of("id", id))
        .body("data.person.name", equalTo("Vic"))
        .body("data.person", notNullValue());
  }

  private static ValidatableResponse patch(String id, String ifMatch, String body) {
    var request = api().contentType("application/merge-patch+json").body(body);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.patch("/v1/people/" + id).then();
  }

  private static String made(String name, String email) {
    return api().body(Map.of("name", name, "email", email)).post("/v1/people").path("id");
  }

  private static List<Map<String, String>> refs(String external) {
    return List.of(Map.of("system", "salesforce", "object", "Contact", "id", external));
  }
}
