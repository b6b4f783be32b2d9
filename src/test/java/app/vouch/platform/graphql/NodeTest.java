package app.vouch.platform.graphql;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NodeTest {
  private static final String QUERY =
      "query($id: ID!) {node(id: $id) {__typename id ... on Organization {name}}}";

  @Inject GraphQLSchema schema;
  @Inject @All List<NodeResolver> resolvers;

  @Test
  void shouldReadAnOrganizationByItsId() {
    String name = unique("Node");
    String id = api().body(Map.of("name", name)).post("/v1/organizations").path("id");

    graphql(QUERY, Map.of("id", id))
        .statusCode(200)
        .body("data.node", equalTo(Map.of("__typename", "Organization", "id", id, "name", name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"org_00000000000000000000000000", "evt_x", "nonsense", ""})
  void shouldAnswerNullAndNotFoundWhenTheIdNamesNothing(String id) {
    graphql(QUERY, Map.of("id", id))
        .statusCode(200)
        .body("data.node", nullValue())
        .body("errors[0].extensions.code", equalTo("not-found"));
  }

  @Test
  void shouldNeedTheScopeOfTheType() {
    String id = api().body(Map.of("name", unique("Node"))).post("/v1/organizations").path("id");
    String key =
        api()
            .body(Map.of("name", "deals only", "scopes", List.of("deals:read")))
            .post("/v1/api-keys")
            .path("secret");

    graphql(key, QUERY, Map.of("id", id))
        .statusCode(200)
        .body("data.node", nullValue())
        .body("errors[0].extensions.code", equalTo("missing-scope"))
        .body("errors[0].extensions.scope", equalTo("organizations:read"));
  }

  @Test
  void shouldHaveAResolverForEveryNode() {
    GraphQLInterfaceType node = (GraphQLInterfaceType) schema.getType("Node");

    assertThat(schema.getImplementations(node))
        .extracting(GraphQLObjectType::getName)
        .hasSameSizeAs(resolvers);
  }
}
