package app.vouch.platform.tenant;

import static app.vouch.TestApi.OPERATOR_KEY;
import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.demo.Receiver;
import app.vouch.demo.Story;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One tenant plays the whole story; another walks every reading operation that the documents list
 * and finds nothing of it.
 */
@Tag("once")
@QuarkusTest
class TenancyTest {
  private static final Pattern ID = Pattern.compile("\"([a-z]{3}_[0-9a-hjkmnp-tv-z]{26})\"");

  /** So many of a kind of id say whether a path takes that kind. */
  private static final int SAMPLES = 2;

  /** What a list needs to be asked; the ids are another tenant's. */
  private static final Pattern PARAMETER = Pattern.compile("\\{[a-zA-Z]+}");

  @TestHTTPResource URI url;

  @Test
  void shouldFindNothingWhenAnotherTenantLooks() throws Exception {
    String owner = tenant();
    String stranger = tenant();
    String base = "http://" + url.getAuthority();
    try (Receiver crm = new Receiver()) {
      new Story(base, owner, crm, () -> {}).playToTheBooks();
    }
    List<String> paths = getPaths();
    Set<String> ids = idsOf(owner, paths);
    assertThat(ids).as("the story left many kinds of things").hasSizeGreaterThan(30);

    List<String> leaks = new ArrayList<>();
    int reached = 0;
    for (String path : paths) {
      if (!path.contains("{")) {
        Response answer = api(stranger).get(path);
        ids.stream()
            .filter(answer.asString()::contains)
            .forEach(id -> leaks.add(path + " shows " + id));
        continue;
      }
      for (String id :
          fitting(
              ids,
              id -> api(owner).get(PARAMETER.matcher(path).replaceAll(id)).statusCode() == 200)) {
        String concrete = PARAMETER.matcher(path).replaceAll(id);
        boolean owners = api(owner).get(concrete).statusCode() == 200;
        reached += owners ? 1 : 0;
        if (owners && api(stranger).get(concrete).statusCode() != 404) {
          leaks.add(concrete);
        }
      }
    }

    assertThat(reached).as("paths with an id that the owner could read").isGreaterThan(20);
    assertThat(leaks).isEmpty();
  }

  @Test
  void shouldFindNothingInGraphqlWhenAnotherTenantLooks() throws Exception {
    String owner = tenant();
    String stranger = tenant();
    try (Receiver crm = new Receiver()) {
      new Story("http://" + url.getAuthority(), owner, crm, () -> {}).playToTheBooks();
    }
    Set<String> ids = idsOf(owner, getPaths());
    List<Map<String, ?>> fields =
        graphql(
                owner,
                "{ __schema { queryType { fields { name args { name } type { name kind ofType { name kind } } } } } }",
                Map.of())
            .statusCode(200)
            .extract()
            .path("data.__schema.queryType.fields");

    List<String> leaks = new ArrayList<>();
    int seen = 0;
    for (Map<String, ?> field : fields) {
      String name = String.valueOf(field.get("name"));
      List<?> args = (List<?>) field.get("args");
      boolean byId = args.stream().anyMatch(a -> "id".equals(((Map<?, ?>) a).get("name")));
      if (byId) {
        for (String id : fitting(ids, id -> data(owner, query(name, id), name) != null)) {
          String query = query(name, id);
          if (data(owner, query, name) != null) {
            seen++;
            if (data(stranger, query, name) != null) {
              leaks.add(query);
            }
          }
        }
      }
    }

    assertThat(seen).as("things that the owner could read by id").isGreaterThan(10);
    assertThat(leaks).isEmpty();
  }

  /** Those of the kinds of which one or another can be read. */
  private static List<String> fitting(Set<String> ids, Predicate<String> canRead) {
    return ids.stream().collect(groupingBy(id -> id.split("_")[0])).values().stream()
        .filter(kind -> kind.stream().limit(SAMPLES).anyMatch(canRead))
        .flatMap(List::stream)
        .toList();
  }

  private static String query(String field, String id) {
    return "{ %s(id: \"%s\") { __typename } }".formatted(field, id);
  }

  private static Object data(String key, String query, String field) {
    return graphql(key, query, Map.of()).extract().path("data." + field);
  }

  private static String tenant() {
    return api(OPERATOR_KEY)
        .body(Map.of("name", unique("Tenant")))
        .post("/v1/tenants")
        .then()
        .statusCode(201)
        .extract()
        .path("liveKey");
  }

  /** Every GET of the OpenAPI document below /v1 that a tenant may ask. */
  private static List<String> getPaths() {
    Map<String, Map<String, ?>> paths =
        api().queryParam("format", "json").get("/openapi").then().extract().path("paths");
    return paths.entrySet().stream()
        .filter(path -> path.getValue().containsKey("get"))
        .map(Map.Entry::getKey)
        .filter(path -> path.startsWith("/v1/"))
        .filter(path -> !path.startsWith("/v1/tenants") && !path.equals("/v1/me"))
        .toList();
  }

  private static Set<String> idsOf(String key, List<String> paths) {
    Set<String> ids = new TreeSet<>();
    for (String path : paths) {
      if (!path.contains("{")) {
        ID.matcher(api(key).get(path).asString()).results().forEach(m -> ids.add(m.group(1)));
      }
    }
    ids.removeIf(id -> id.startsWith("ten_"));
    return ids;
  }
}
