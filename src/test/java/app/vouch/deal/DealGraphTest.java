package app.vouch.deal;

import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static app.vouch.deal.DealRequests.deal;
import static app.vouch.deal.DealRequests.usd;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealGraphTest {
  private static final String UPSERT =
      """
      mutation($input: UpsertDealInput!) {
        upsertDeal(input: $input) {
          deal {
            id version name status milestone stale amount { amount currency }
            organization { name domain } people { name email } externalRefs { system id }
          }
          userErrors { code message field }
        }
      }""";

  @Test
  void shouldMakeReadAndListADeal() {
    String ref = unique("D");
    String domain = unique("acme") + ".example";
    String id =
        graphql(
                UPSERT,
                Map.of(
                    "input",
                    deal(
                        ref,
                        "organization",
                        Map.of("name", "Acme", "domain", domain),
                        "people",
                        List.of(Map.of("name", "Ann", "email", "ann@" + domain)),
                        "amount",
                        usd("10.00"),
                        "sourceVersion",
                        3)))
            .statusCode(200)
            .body("errors", nullValue())
            .body("data.upsertDeal.userErrors", empty())
            .body("data.upsertDeal.deal.amount.amount", equalTo("10.00"))
            .body("data.upsertDeal.deal.organization.domain", equalTo(domain))
            .body("data.upsertDeal.deal.people.email", contains("ann@" + domain))
            .body("data.upsertDeal.deal.stale", equalTo(false))
            .extract()
            .path("data.upsertDeal.deal.id");

    graphql(
            """
            query($id: ID!, $ref: String!) {
              deal(id: $id) { name }
              deals(first: 5, filter: {externalRef: $ref, status: OPEN}) {
                edges { cursor node { id } } pageInfo { hasNextPage }
              }
              dealChanges(id: $id, first: 5) { changes { outcome fields sourceVersion } nextCursor }
            }""",
            Map.of("id", id, "ref", "hubspot:default:deal:" + ref))
        .body("errors", nullValue())
        .body("data.deal.name", equalTo("Acme rollout"))
        .body("data.deals.edges", hasSize(1))
        .body("data.deals.edges[0].node.id", equalTo(id))
        .body("data.dealChanges.changes.outcome", contains("APPLIED"))
        .body("data.dealChanges.nextCursor", nullValue());
  }

  @Test
  void shouldAnswerUserErrorsWhenARuleRefuses() {
    graphql(UPSERT, Map.of("input", deal(unique("D"), "amount", usd("-1.00"))))
        .statusCode(200)
        .body("data.upsertDeal.deal", nullValue())
        .body("data.upsertDeal.userErrors.code", contains("amount-out-of-range"));
    graphql(UPSERT, Map.of("input", deal(unique("D"), "termMonths", 0)))
        .body("data.upsertDeal.userErrors[0].code", equalTo("invalid-request"))
        .body("data.upsertDeal.userErrors[0].field", contains("termMonths"));
  }
}
