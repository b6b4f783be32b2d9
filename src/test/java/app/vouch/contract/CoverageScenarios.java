package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Runs last: by then every operation has worked at least once, by each way that it exists. */
abstract class CoverageScenarios {

  @Test
  void shouldHaveUsedEveryRestOperation() {
    assertThat(Coverage.REST.missing(OpenApiOperations.committed().all().keySet()))
        .as("operations of openapi.yaml that no scenario has used with success")
        .isEmpty();
  }

  @Test
  void shouldHaveUsedEveryGraphqlField() {
    assertThat(Coverage.GRAPHQL.missing(GraphqlFields.committed().operations()))
        .as("queries and mutations of schema.graphql that no scenario has used with success")
        .isEmpty();
  }
}
