package app.vouch.statements;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.statements.FilledTenant.SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list, and every field under a list: for many rows the statements that one row takes. */
@Tag("once")
@QuarkusTest
class StatementsTest {
  /** Lists that belong to one thing are short. */
  private static final int SEVERAL = 3;

  private static final Duration SOON = Duration.ofMinutes(2);

  private static FilledTenant tenant;
  private static String delivery = "";

  @BeforeEach
  void fillOnce() {
    if (tenant == null) {
      fill();
    }
  }

  private static void fill() {
    tenant = FilledTenant.make();
    String dead = "/v1/webhook-endpoints/" + tenant.endpoint() + "/deliveries?state=DEAD&";
    await().atMost(SOON).until(() -> rows(tenant.key(), dead, 100).size() >= SIZE);
    await()
        .atMost(SOON)
        .until(() -> rows(tenant.key(), "/v1/events?types=deal.*&", 100).size() >= SIZE);
    delivery = JsonPath.from(api(tenant.key()).get(dead).asString()).getString("data[0].id");
  }

  static List<String> lists() {
    return DocumentedLists.rest();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void shouldReadAPageOfManyLikeAPageOfOne(String template) {
    String path =
        template.replace("{id}", owner(template)).replace("{payeeId}", tenant.payee())
            + (template.contains("/statements/") ? "?currency=USD&" : "?");
    String key = template.equals("/v1/tenants") ? OPERATOR_KEY : tenant.key();
    assertThat(rows(key, path, SIZE)).hasSizeGreaterThanOrEqualTo(SEVERAL);

    int forOne = statements(key, path, 1);

    assertThat(forOne).isPositive();
    assertThat(statements(key, path, SIZE)).isEqualTo(forOne);
  }

  static List<NestedField> fields() {
    return DocumentedLists.graphql();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void shouldReadTheFieldOfManyLikeTheFieldOfOne(NestedField field) {
    List<Map<String, ?>> parents = parents(field, SIZE, "of-many");
    assertThat(parents).hasSizeGreaterThanOrEqualTo(SEVERAL);
    if (field.isFetched()) {
      assertThat(parents.getFirst().get(field.name())).isNotIn(null, List.of());
      assertThat(parents)
          .filteredOn(parent -> Objects.nonNull(parent.get(field.name())))
          .hasSizeGreaterThanOrEqualTo(SEVERAL);
    }

    int forOne = StatementCount.of(id -> parents(field, 1, id));

    assertThat(forOne).isPositive();
    assertThat(StatementCount.of(id -> parents(field, SIZE, id))).isEqualTo(forOne);
  }

  private static int statements(String key, String path, int limit) {
    return StatementCount.of(
        id ->
            api(key)
                .header("X-Request-Id", id)
                .get(path + "limit=" + limit)
                .then()
                .statusCode(200));
  }

  private static List<?> rows(String key, String path, int limit) {
    return api(key).get(path + "limit=" + limit).then().statusCode(200).extract().path("data");
  }

  private List<Map<String, ?>> parents(NestedField field, int first, String requestId) {
    String query =
        "{%s(first: %d %s) {edges {node {%s %s}}}}"
            .formatted(
                field.list(), first, arguments(field.list()), field.name(), field.selection());
    return api(tenant.key())
        .header("X-Request-Id", requestId)
        .body(Map.of("query", query))
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("errors", nullValue())
        .extract()
        .path("data.%s.edges.node".formatted(field.list()));
  }

  /** Whose list it is, by the beginning of its path. */
  private String owner(String template) {
    return switch (template.split("/", -1)[2]) {
      case "deals" -> tenant.deal();
      case "deliveries" -> delivery;
      case "introductions" -> tenant.introduction();
      case "jobs" -> tenant.job();
      case "programs" -> tenant.program();
      case "referrals" -> tenant.referral();
      case "referrers" -> tenant.referrer();
      case "webhook-endpoints" -> tenant.endpoint();
      default -> "";
    };
  }

  /** What a list cannot do without. */
  private String arguments(String list) {
    return switch (list) {
      case "attributions" -> "dealId: \"%s\"".formatted(tenant.deal());
      case "dealPayments" -> "dealId: \"%s\"".formatted(tenant.deal());
      case "deliveries" -> "webhookEndpointId: \"%s\"".formatted(tenant.endpoint());
      case "deliveryAttempts" -> "deliveryId: \"%s\"".formatted(delivery);
      case "jobItems" -> "id: \"%s\"".formatted(tenant.job());
      case "events" -> "types: [\"deal.*\"]";
      case "ledgerStatementLines" -> "payeeId: \"%s\", currency: \"USD\"".formatted(tenant.payee());
      case "tierChanges" -> "id: \"%s\"".formatted(tenant.referrer());
      case "programVersions" -> "programId: \"%s\"".formatted(tenant.program());
      default -> "";
    };
  }
}
