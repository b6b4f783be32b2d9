package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every operation exists by REST and by GraphQL, under one name. */
class OperationNamesTest {
  private static final String OPERATORS = "the operator's key belongs to no tenant";

  /** Only by REST, and why. */
  private static final Map<String, String> REST_ONLY =
      Map.of(
          "introductionEvidence",
          "a page for somebody to read and print",
          "ledgerStatementPage",
          "a page for somebody to read and print",
          "ledgerStatementCsv",
          "a file",
          "createTenant",
          OPERATORS,
          "tenant",
          OPERATORS,
          "tenants",
          OPERATORS);

  /** Only by GraphQL, and why. */
  private static final Map<String, String> GRAPHQL_ONLY =
      Map.of("node", "Relay's way to read anything by its id");

  @Test
  void shouldHaveTheSameOperationsByRestAndByGraphql() {
    Set<String> rest = new TreeSet<>(OpenApiOperations.committed().all().keySet());
    Set<String> graphql = new TreeSet<>(GraphqlFields.committed().operations());
    rest.removeAll(REST_ONLY.keySet());
    graphql.removeAll(GRAPHQL_ONLY.keySet());

    assertThat(graphql).containsExactlyElementsOf(rest);
  }

  @Test
  void shouldListOnlyExceptionsThatExist() {
    assertThat(OpenApiOperations.committed().all().keySet()).containsAll(REST_ONLY.keySet());
    assertThat(GraphqlFields.committed().operations()).containsAll(GRAPHQL_ONLY.keySet());
  }
}
