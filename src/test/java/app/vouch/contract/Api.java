package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.TestApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The API as a scenario sees it: operations by their names, whichever way they travel. A scenario
 * that passes on both drivers says that REST and GraphQL do the same. It has a tenant of its own,
 * made when it is first needed.
 */
final class Api {
  private final Driver driver;
  private Driver.@Nullable Caller caller;

  private Api(Driver driver, Driver.@Nullable Caller caller) {
    this.driver = driver;
    this.caller = caller;
  }

  static Api ofNewTenant(Driver driver) {
    return new Api(driver, null);
  }

  Api withKey(String key) {
    return new Api(driver, new Driver.Caller(key, null));
  }

  /**
   * @param actor such as {@code crm:mia; name="Mia"}
   */
  Api actingFor(String actor) {
    return new Api(driver, new Driver.Caller(caller().key(), actor));
  }

  /** The same caller on the other driver. */
  Api byTheOtherWay() {
    return new Api(driver.other(), caller());
  }

  /** Somebody of another tenant. */
  Api ofAnotherTenant() {
    return ofNewTenant(driver);
  }

  /** A new API key of the tenant with these scopes only. */
  Api withScopes(String... scopes) {
    return withKey(
        call("createApiKey", Map.of("name", "scopes", "scopes", List.of(scopes))).text("secret"));
  }

  /**
   * Calls an operation.
   *
   * @param operation such as {@code upsertOrganization}
   * @param input path, query and body members together, by their GraphQL names; {@code version} and
   *     {@code idempotencyKey} travel where the protocol has them
   */
  Outcome call(String operation, Map<String, ?> input) {
    return driver.call(caller(), operation, input);
  }

  Outcome call(String operation) {
    return call(operation, Map.of());
  }

  /**
   * Writes under a key, its own where the input has none, and repeats the call by the other way:
   * one key space, one content, one answer.
   */
  Outcome write(String operation, Map<String, ?> input) {
    Map<String, Object> once = new HashMap<>(input);
    once.putIfAbsent("idempotencyKey", TestApi.unique("key"));
    Outcome first = call(operation, once);
    Outcome again = byTheOtherWay().call(operation, once);
    assertThat(again.refusal()).as("%s, repeated by the other way", operation).isNull();
    assertThat(again.replayed()).as("%s, repeated by the other way", operation).isTrue();
    if (!first.ok().containsKey("secretWithheld")) {
      assertThat(again.view())
          .as("%s, repeated by the other way", operation)
          .usingRecursiveComparison()
          .isEqualTo(first.view());
    }
    return first;
  }

  /** Reads something by both ways and holds the answers against each other. */
  Outcome read(String operation, Map<String, ?> input) {
    Outcome mine = call(operation, input);
    assertThat(byTheOtherWay().call(operation, input))
        .as("%s of %s, by the other way", operation, input)
        .usingRecursiveComparison()
        .isEqualTo(mine);
    return mine;
  }

  /** Sends a body as it is: {@code {"name": 3}} to REST, a whole request to GraphQL. */
  Outcome send(String operation, String body) {
    return driver.send(caller(), operation, body);
  }

  String key() {
    return caller().key();
  }

  private synchronized Driver.Caller caller() {
    if (caller == null) {
      String tenant =
          TestApi.api(TestApi.OPERATOR_KEY)
              .body(Map.of("name", TestApi.unique("contract")))
              .post("/v1/tenants")
              .asString();
      String key = String.valueOf(JsonText.read(tenant).get("liveKey"));
      caller = new Driver.Caller(key, null);
    }
    return caller;
  }
}
