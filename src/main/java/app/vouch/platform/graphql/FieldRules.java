package app.vouch.platform.graphql;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.schema.DataFetcher;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The framework's instrumentation and ours as one: a chain asks each of its links several times for
 * every field of every row. The framework's takes part in what happens once in a request, where its
 * cache of documents and its limits are.
 */
final class FieldRules extends SimplePerformantInstrumentation {
  private final Instrumentation framework;
  private final QueryLimits limits;
  private final List<Instrumentation> fetching;

  /**
   * @param fetching what changes how fields are fetched, in this order
   */
  FieldRules(Instrumentation framework, QueryLimits limits, List<Instrumentation> fetching) {
    this.framework = framework;
    this.limits = limits;
    this.fetching = List.copyOf(fetching);
  }

  @Override
  public @Nullable CompletableFuture<InstrumentationState> createStateAsync(
      InstrumentationCreateStateParameters parameters) {
    return framework.createStateAsync(parameters);
  }

  @Override
  public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
      InstrumentationValidationParameters parameters, InstrumentationState state) {
    return framework.beginValidation(parameters, state);
  }

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
    limits.check(parameters.getExecutionContext());
    return framework.beginExecuteOperation(parameters, state);
  }

  @Override
  public DataFetcher<?> instrumentDataFetcher(
      DataFetcher<?> fetcher,
      InstrumentationFieldFetchParameters parameters,
      InstrumentationState state) {
    DataFetcher<?> last = fetcher;
    for (Instrumentation rule : fetching) {
      last = rule.instrumentDataFetcher(last, parameters, state);
    }
    return last;
  }
}
