package app.vouch;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests to the service under test: as the bootstrap key, or as tenants made for the test. */
public final class TestApi {
  /** The key of the first tenant, with every tenant scope; it may act for others. */
  public static final String KEY = "vk_live_" + "a".repeat(64);

  public static final String OPERATOR_KEY = "operator-key-of-the-tests-0123456789abcdef";

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A request with the bootstrap key and a JSON body type. */
  public static RequestSpecification api() {
    return api(KEY);
  }

  public static RequestSpecification api(String key) {
    return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
  }

  /** A text that no other test uses, such as {@code acme-17}. */
  public static String unique(String start) {
    return start + "-" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
  }

  /** A GraphQL request with variables. */
  public static ValidatableResponse graphql(String query, Map<String, ?> variables) {
    return graphql(KEY, query, variables);
  }

  public static ValidatableResponse graphql(String key, String query, Map<String, ?> variables) {
    return api(key).body(Map.of("query", query, "variables", variables)).post("/graphql").then();
  }

  private TestApi() {}
}
