package app.vouch.platform.graphql;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.language.OperationDefinition.Operation;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses an operation that is nested too deeply, costs too much or repeats an idempotency key,
 * before any of it is executed, and notes the cost for the answer's {@code extensions}.
 */
@Unremovable
@ApplicationScoped
class QueryLimits {
  private final int maxDepth;
  private final int maxCost;

  QueryLimits(
      @ConfigProperty(name = "vouch.graphql.max-depth") int maxDepth,
      @ConfigProperty(name = "vouch.graphql.max-cost") int maxCost) {
    this.maxDepth = maxDepth;
    this.maxCost = maxCost;
  }

  /**
   * @throws AbortExecutionException when the operation is refused
   */
  void check(ExecutionContext execution) {
    try {
      bound(execution);
    } catch (Refusal refusal) {
      String requestId = Execution.requestId(execution.getGraphQLContext());
      throw new AbortExecutionException(List.of(GraphqlFault.of(refusal, requestId).asError()));
    }
  }

  private void bound(ExecutionContext execution) {
    QueryCost query = QueryCost.of(execution, maxDepth);
    Execution noted = Execution.of(execution.getGraphQLContext());
    if (noted != null) {
      noted.extensions().put("cost", Map.of("requested", query.cost(), "maximum", maxCost));
    }
    if (query.depth() > maxDepth) {
      throw new Refusal.Rule(
          ProblemType.QUERY_TOO_DEEP,
          "The query nests deeper than %d fields; ask in two queries".formatted(maxDepth),
          Map.of("maximum", maxDepth));
    }
    if (query.cost() > maxCost) {
      throw new Refusal.Rule(
          ProblemType.QUERY_TOO_EXPENSIVE,
          "The query may fetch %d objects, at most %d; ask for shorter lists"
              .formatted(query.cost(), maxCost),
          Map.of("requested", query.cost(), "maximum", maxCost));
    }
    if (execution.getOperationDefinition().getOperation() == Operation.MUTATION) {
      MutationFields.checkKeys(execution);
    }
  }
}
