package app.vouch.contract;

import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.TestApi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What only one of the two can do; {@link OperationNamesTest} says why. */
abstract class OneWayScenarios extends ContractSuite {

  @Test
  void shouldMakeAndListTenantsByRest() {
    Api operator = Api.ofNewTenant(new RestDriver()).withKey(TestApi.OPERATOR_KEY);
    Map<String, Object> command = Map.of("name", "Acme", "idempotencyKey", unique("tenant"));

    Outcome made = operator.call("createTenant", command);

    assertThat(made.text("liveKey")).startsWith("vk_live_");
    assertThat(made.text("testKey")).startsWith("vk_test_");
    Outcome again = operator.call("createTenant", command);
    assertThat(again.replayed()).isTrue();
    assertThat(again.text("liveKey")).isEqualTo("null");
    String id = made.text("id");
    assertThat(operator.call("tenant", Map.of("id", id)).text("liveKey")).isEqualTo("null");
    assertThat(operator.call("tenants", Map.of("first", 1)).list("id")).containsExactly(id);
    for (String operation : List.of("tenants", "deals")) {
      assertThat(
              operator
                  .withKey(operation.equals("deals") ? TestApi.OPERATOR_KEY : TestApi.KEY)
                  .call(operation)
                  .code())
          .as(operation)
          .isEqualTo("missing-scope");
    }
  }

  @Test
  void shouldShowConsentsAsAPageByRest() {
    Api api = Api.ofNewTenant(new RestDriver());
    String id =
        api.call(
                "requestIntroduction",
                IntroductionScenarios.request(Given.program(api).captured("ann@acme.example")))
            .text("id");

    String page =
        TestApi.api(api.key())
            .filter(OpenApiFilter.committed())
            .get("/v1/introductions/{id}/consents/evidence", id)
            .then()
            .statusCode(200)
            .contentType("text/html")
            .extract()
            .asString();

    assertThat(page).contains("Consents to " + id, "Nobody has answered yet");
    Coverage.REST.worked("introductionEvidence");
  }

  @Test
  void shouldGiveAStatementAsAFileAndAsAPageByRest() {
    Api api = Api.ofNewTenant(new RestDriver());
    Given given = Given.wonDeal(api).approved();

    String file = statement(api, given, "csv", "text/csv");
    String page = statement(api, given, "page", "text/html");

    assertThat(file.lines())
        .hasSize(4)
        .first()
        .isEqualTo("recordedAt,effectiveAt,about,step,account,entryId,change,balance,currency");
    assertThat(file).contains(given.reward() + ",APPROVE,PAYABLE,ent_", ",3000.00,3000.00,USD\r\n");
    assertThat(page).contains("Statement for Kim Park", "APPROVE of " + given.reward(), "3000.00");
    Coverage.REST.worked("ledgerStatementCsv");
    Coverage.REST.worked("ledgerStatementPage");
  }

  private static String statement(Api api, Given given, String form, String type) {
    return TestApi.api(api.key())
        .filter(OpenApiFilter.committed())
        .queryParam("currency", "USD")
        .get("/v1/ledger/statements/{payeeId}/{form}", given.payee(), form)
        .then()
        .statusCode(200)
        .contentType(type)
        .extract()
        .asString();
  }

  @Test
  void shouldReadAnythingByItsIdByGraphql() {
    Api api = Api.ofNewTenant(new GraphqlDriver());
    String id = api.call("upsertOrganization", Map.of("name", "Acme")).text("id");

    assertThat(api.call("node", Map.of("id", id)).text("id")).isEqualTo(id);
    assertThat(api.ofAnotherTenant().call("node", Map.of("id", id)).code()).isEqualTo("not-found");
    assertThat(api.withScopes("deals:read").call("node", Map.of("id", id)).code())
        .isEqualTo("missing-scope");
  }
}
