package app.vouch.deal;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static app.vouch.deal.DealRequests.deal;
import static app.vouch.deal.DealRequests.money;
import static app.vouch.deal.DealRequests.send;
import static app.vouch.deal.DealRequests.usd;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealResourceTest {

  @Test
  void shouldMakeADealWithItsPartiesWhenTheReferenceIsNew() {
    String domain = unique("acme") + ".example";

    send(deal(
            unique("D"),
            "organization",
            Map.of("name", "Acme", "domain", domain),
            "people",
            List.of(Map.of("name", "Ann Lee", "email", "ann@" + domain)),
            "amount",
            usd("48000.00"),
            "milestone",
            "MEETING",
            "stage",
            "Demo held"))
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("id", matchesPattern("dea_[0-9a-z]{26}"))
        .body("organization.name", equalTo("Acme"))
        .body("personIds", hasSize(1))
        .body("amount.amount", equalTo("48000.00"))
        .body("status", equalTo("OPEN"))
        .body("stale", equalTo(false))
        .body("closedAt", nullValue());
  }

  @Test
  void shouldKeepWhatIsLeftOutWhenTheDealIsKnown() {
    String ref = unique("D");
    String id = send(deal(ref, "amount", usd("10.00"), "stage", "New")).extract().path("id");

    send(deal(ref, "milestone", "WON"))
        .statusCode(200)
        .body("id", equalTo(id))
        .body("version", equalTo(2))
        .body("status", equalTo("WON"))
        .body("stage", equalTo("New"))
        .body("amount.amount", equalTo("10.00"))
        .body("closedAt", notNullValue());
  }

  @Test
  void shouldIgnoreAndRememberAChangeWhenItIsOlderThanTheKnownOne() {
    String ref = unique("D");
    String id = send(deal(ref, "sourceVersion", 7, "milestone", "QUALIFIED")).extract().path("id");

    send(deal(ref, "sourceVersion", 6, "milestone", "LOST", "name", "Old name"))
        .statusCode(200)
        .body("stale", equalTo(true))
        .body("version", equalTo(1))
        .body("name", equalTo("Acme rollout"))
        .body("status", equalTo("OPEN"));

    api()
        .get("/v1/deals/" + id + "/changes")
        .then()
        .statusCode(200)
        .body("data.outcome", contains("IGNORED", "APPLIED"))
        .body("data[0].fields", hasItem("milestone"))
        .body("data[0].sourceVersion", equalTo(6));
  }

  @Test
  void shouldIgnoreAChangeWhenItsTimeIsOlder() {
    String ref = unique("D");
    send(deal(ref, "sourceTime", "2026-11-22T10:00:00Z"));

    send(deal(ref, "sourceTime", "2026-11-22T09:59:59.999999Z", "stage", "Old"))
        .body("stale", equalTo(true))
        .body("stage", nullValue());
  }

  @Test
  void shouldMirrorTheNewCurrencyWhenItChangesAfterTheDealWasWon() {
    String ref = unique("D");
    send(deal(ref, "milestone", "WON", "amount", usd("10.00"), "firstYearAmount", usd("5.00")));

    send(deal(ref, "amount", money("9.00", "EUR")))
        .statusCode(200)
        .body("amount.currency", equalTo("EUR"))
        .body("firstYearAmount", nullValue());
  }

  @Test
  void shouldRefuseAnAmountWhenItIsNegativeOrTooPreciseOrMixed() {
    send(deal(unique("D"), "amount", usd("-1.00")))
        .statusCode(422)
        .body("code", equalTo("amount-out-of-range"));
    send(deal(unique("D"), "amount", usd("1.001")))
        .statusCode(422)
        .body("code", equalTo("amount-precision"));
    send(deal(unique("D"), "amount", money("1.5", "JPY")))
        .statusCode(422)
        .body("code", equalTo("amount-precision"));
    send(deal(unique("D"), "amount", usd("1.00"), "firstYearAmount", money("1.00", "EUR")))
        .statusCode(422)
        .body("code", equalTo("currency-mismatch"));
  }

  @Test
  void shouldNameTheFaultWhenTheCommandIsWrong() {
    send(Map.of("name", "")).statusCode(400).body("errors.pointer", hasItem("/name"));
    send(deal(unique("D"), "status", "WON")).statusCode(400);
    send(deal(unique("D"), "milestone", "SIGNED")).statusCode(400);
    send(deal(unique("D"), "openedAt", "+12345-01-01T00:00:00Z"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/openedAt"));
    send(deal(unique("D"), "people", List.of(Map.of("email", "ann@acme.example"))))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/people/0"));
    send(deal(unique("D"), "organizationId", "per_01h455vb4pex5vsknk084sn02q"))
        .statusCode(422)
        .body("code", equalTo("wrong-id-type"));
    send(deal(unique("D"), "organizationId", "org_01h455vb4pex5vsknk084sn02q"))
        .statusCode(422)
        .body("code", equalTo("unknown-reference"));
    send(deal(unique("D"), "id", "dea_01h455vb4pex5vsknk084sn02q"))
        .statusCode(422)
        .body("code", equalTo("unknown-reference"));
    send(deal(unique("D"), "referralId", "ext:hubspot:default:referral:none"))
        .statusCode(422)
        .body("code", equalTo("unknown-reference"));
  }

  @Test
  void shouldStoreNothingWhenItIsADryRun() {
    String ref = unique("D");

    send(deal(ref, "milestone", "WON", "dryRun", true))
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("result.status", equalTo("WON"))
        .body("events.type", hasItem("deal.won"));

    api().get("/v1/deals?externalRef=hubspot:default:deal:" + ref).then().body("data", hasSize(0));
  }

  @Test
  void shouldListWhatTheFiltersName() {
    String ref = unique("D");
    String domain = unique("acme") + ".example";
    String organization =
        send(deal(ref, "organization", Map.of("name", "Acme", "domain", domain)))
            .extract()
            .path("organization.id");

    api()
        .get(
            "/v1/deals?status=OPEN&externalRef=hubspot:default:deal:%s&organizationId=%s"
                .formatted(ref, organization))
        .then()
        .statusCode(200)
        .body("data", hasSize(1));
    api()
        .get("/v1/deals?status=LOST&organizationId=" + organization)
        .then()
        .body("data", hasSize(0));
    api().get("/v1/deals?status=GONE").then().statusCode(400);
    api().get("/v1/deals?organizationId=x").then().statusCode(400);
    api().get("/v1/deals?externalRef=x").then().statusCode(400);
    api().get("/v1/deals/ext:hubspot:default:deal:" + ref).then().statusCode(200);
    api().get("/v1/deals/org_01h455vb4pex5vsknk084sn02q").then().statusCode(404);
  }

  @Test
  void shouldReplayTheAnswerWhenTheKeyIsRepeated() {
    String key = unique("key");
    Map<String, Object> body = deal(unique("D"), "amount", usd("1.00"), "sourceVersion", 3);
    String id =
        api()
            .header("Idempotency-Key", key)
            .body(body)
            .post("/v1/deals")
            .then()
            .extract()
            .path("id");

    api()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/deals")
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(id));
  }
}
