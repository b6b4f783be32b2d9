package app.vouch.platform.graphql;

import static app.vouch.TestApi.KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GraphqlExecutionTest {
  private static final int PARALLEL = 100;
  private static final Duration BOUND = Duration.ofSeconds(1);

  private static final int WARM_UP = 300;

  /** A busy machine may spoil some; one call after the other would take ten seconds in each. */
  private static final int ROUNDS = 20;

  @Test
  void shouldPutTheRefusalOnItsFieldWhenAScopeIsMissing() {
    graphql("{probeOperators probeParents(count: 1) {number}}", Map.of())
        .statusCode(200)
        .body("data.probeOperators", nullValue())
        .body("data.probeParents", hasSize(1))
        .body("errors", hasSize(1))
        .body("errors[0].path", equalTo(List.of("probeOperators")))
        .body("errors[0].locations", hasSize(1))
        .body("errors[0].message", containsString("operator"))
        .body("errors[0].extensions.code", equalTo("missing-scope"))
        .body("errors[0].extensions.scope", equalTo("operator"))
        .body("errors[0].extensions.requestId", notNullValue());
  }

  @Test
  void shouldTellNothingButTheRequestIdWhenAResolverFails() {
    graphql("{probeFailing other: probeParents(count: 1) {number}}", Map.of())
        .statusCode(200)
        .body("data.probeFailing", nullValue())
        .body("data.other", hasSize(1))
        .body("errors[0].message", not(containsString("swordfish")))
        .body("errors[0].extensions.code", equalTo("internal"))
        .body("errors[0].extensions", not(hasKey("classification")))
        .body("errors[0].extensions", not(hasKey("exception")));
  }

  @Test
  void shouldAnswerNullAndNotFoundWhenAQueryNamesNothing() {
    graphql("{organization(id: \"org_00000000000000000000000000\") {id}}", Map.of())
        .statusCode(200)
        .body("data.organization", nullValue())
        .body("errors[0].extensions.code", equalTo("not-found"))
        .body("errors[0].message", containsString("No organization"));
  }

  @Test
  void shouldNameTheFieldWhenAnArgumentIsRefused() {
    graphql("{organizations(first: 101) {edges {cursor}}}", Map.of())
        .statusCode(200)
        .body("data.organizations", nullValue())
        .body("errors[0].extensions.code", equalTo("invalid-request"))
        .body("errors[0].extensions.errors[0].pointer", equalTo("/first"));
  }

  @Test
  void shouldCountTheCostOfAConnection() {
    graphql("{organizations(first: 20) {edges {node {id name}} pageInfo {hasNextPage}}}", Map.of())
        .body("extensions.cost", equalTo(Map.of("requested", 21, "maximum", 6000)));
  }

  @Test
  void shouldRefuseBeforeExecutionWhenTheQueryCostsTooMuch() {
    String lists =
        IntStream.range(0, 20)
            .mapToObj(
                "l%d: organizations(first: 100) {edges {node {externalRefs {id}}}} "::formatted)
            .reduce("{", String::concat);
    int statements =
        StatementCount.during(
            () ->
                graphql(lists + "}", Map.of())
                    .statusCode(400)
                    .body("", not(hasKey("data")))
                    .body("errors[0].extensions.code", equalTo("query-too-expensive"))
                    .body("errors[0].extensions.requested", equalTo(20 * (1 + 100 + 1000)))
                    .body("extensions.cost.maximum", equalTo(6000)));
    assertThat(statements).isLessThan(20);
  }

  @Test
  void shouldNotOverflowWhenListsNameLargeSizes() {
    graphql("{organizations(first: 2147483647) {edges {node {externalRefs {id}}}}}", Map.of())
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("query-too-expensive"));
  }

  @Test
  void shouldRefuseAQueryThatNestsTooDeeply() {
    graphql(
            "query deep {probeTree " + "{deeper ".repeat(12) + "{depth}" + "}".repeat(12) + "}",
            Map.of())
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("query-too-deep"))
        .body("errors[0].extensions.maximum", equalTo(12));
    graphql("{probeTree " + "{deeper ".repeat(10) + "{depth}" + "}".repeat(10) + "}", Map.of())
        .statusCode(200)
        .body("", not(hasKey("errors")));
  }

  @Test
  void shouldLetCallersReadTheSchemaForFree() {
    graphql(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY, Map.of())
        .statusCode(200)
        .body("data.__schema.types.name", hasItems("Query", "Organization"))
        .body("extensions.cost.requested", equalTo(0));
  }

  @Test
  void shouldShowOnlyDirectivesThatDoSomething() {
    graphql("{__schema {directives {name}}}", Map.of())
        .body(
            "data.__schema.directives.name",
            containsInAnyOrder("skip", "include", "deprecated", "specifiedBy", "oneOf"));
  }

  @Test
  void shouldRunRequestsInParallel() throws Exception {
    for (int call = 0; call < WARM_UP; call++) {
      graphql("{__typename}", Map.of()).statusCode(200);
    }
    Duration best = waiting();
    for (int round = 1; round < ROUNDS && best.compareTo(BOUND) >= 0; round++) {
      best = waiting();
    }
    assertThat(best).isLessThan(BOUND);
  }

  /** How much longer requests take that wait 100 ms each than requests that need not wait. */
  private static Duration waiting() throws Exception {
    Duration work = parallel("__typename");
    return parallel("probeSlow").minus(work);
  }

  /** How long {@value #PARALLEL} requests at once take. */
  private static Duration parallel(String field) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/graphql"))
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"query\":\"{%s}\"}".formatted(field)))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      long start = System.nanoTime();
      List<CompletableFuture<HttpResponse<String>>> answers =
          IntStream.range(0, PARALLEL)
              .mapToObj(i -> client.sendAsync(request, BodyHandlers.ofString()))
              .toList();
      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().body()).contains("{\"data\":{\"%s\":".formatted(field));
      }
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }

  @Test
  void shouldSendAsManyStatementsForAHundredParentsAsForOne() {
    assertThat(statements(100)).isEqualTo(statements(1)).isEqualTo(1);
  }

  private static int statements(int parents) {
    String query = "query($n: Int!) {probeParents(count: $n) {label}}";
    return StatementCount.of(
        id ->
            api()
                .header("X-Request-Id", id)
                .body(Map.of("query", query, "variables", Map.of("n", parents)))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.probeParents.label", hasSize(parents)));
  }

  @Test
  void shouldRunMutationsInDocumentOrderEachInItsOwnTransaction() {
    String domain = unique("order") + ".example";
    graphql(
            """
            mutation($d: String!) {
              first: upsertOrganization(input: {name: "One", domain: $d}) {organization {name version}}
              refused: upsertOrganization(input: {name: "", domain: $d}) {organization {name} userErrors {code field}}
              last: upsertOrganization(input: {name: "Three", domain: $d}) {organization {name version}}
            }""",
            Map.of("d", domain))
        .statusCode(200)
        .body("data.first.organization", equalTo(Map.of("name", "One", "version", 1)))
        .body("data.refused.organization", nullValue())
        .body("data.refused.userErrors[0].code", equalTo("invalid-request"))
        .body("data.refused.userErrors[0].field", equalTo(List.of("name")))
        .body("data.last.organization", equalTo(Map.of("name", "Three", "version", 2)))
        .body("extensions", not(hasKey("idempotency")));
  }

  @Test
  void shouldSayWhichMutationsWereReplayed() {
    String key = unique("key");
    String one =
        "one: upsertOrganization(input: {name: \"%s\", idempotencyKey: \"%s\"}) {organization {id name}} "
            .formatted(unique("Replayed"), key);
    String id =
        graphql("mutation {" + one + "}", Map.of())
            .body("extensions", not(hasKey("idempotency")))
            .extract()
            .path("data.one.organization.id");
    graphql(
            "mutation {"
                + one
                + "two: upsertOrganization(input: {name: \"%s\"}) {organization {id}}}"
                    .formatted(unique("New")),
            Map.of())
        .statusCode(200)
        .body("data.one.organization.id", equalTo(id))
        .body("data.two.organization.id", notNullValue())
        .body("extensions.idempotency", equalTo(Map.of("one", Map.of("replayed", true))));
  }

  @Test
  void shouldRefuseADocumentThatUsesOneKeyTwice() {
    String key = unique("twice");
    String name = unique("Twice");
    graphql(
            """
            mutation($k: String!, $n: String!) {
              a: upsertOrganization(input: {name: $n, idempotencyKey: $k}) {organization {id}}
              ...more
            }
            fragment more on Mutation {
              b: upsertOrganization(input: {name: $n, idempotencyKey: "%s"}) {organization {id}}
            }"""
                .formatted(key),
            Map.of("k", key, "n", name))
        .statusCode(400)
        .body("", not(hasKey("data")))
        .body("errors[0].extensions.code", equalTo("idempotency-key-reused"))
        .body("errors[0].extensions.fields", equalTo(List.of("a", "b")));
  }

  @Test
  void shouldTakeOneKeyForRestAndGraphql() {
    String key = unique("shared");
    String name = unique("Shared");
    String id =
        api()
            .header("Idempotency-Key", key)
            .body(Map.of("name", name))
            .post("/v1/organizations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    graphql(
            "mutation($i: UpsertOrganizationInput!) {upsertOrganization(input: $i) {organization {id}}}",
            Map.of("i", Map.of("name", name, "idempotencyKey", key)))
        .body("data.upsertOrganization.organization.id", equalTo(id))
        .body("extensions.idempotency.upsertOrganization.replayed", equalTo(true))
        .body("extensions.cost.requested", greaterThan(0));
  }
}
