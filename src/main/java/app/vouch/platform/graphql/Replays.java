package app.vouch.platform.graphql;

import app.vouch.platform.access.RequestContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Notes in {@code extensions.idempotency} which writes of a document were replays. */
@Unremovable
@ApplicationScoped
class Replays extends SimplePerformantInstrumentation {
  private static final String MEMBER = "idempotency";

  @Override
  public DataFetcher<?> instrumentDataFetcher(
      DataFetcher<?> fetcher,
      InstrumentationFieldFetchParameters parameters,
      InstrumentationState state) {
    if (parameters.isTrivialDataFetcher()) {
      return fetcher;
    }
    DataFetchingEnvironment field = parameters.getEnvironment();
    Execution execution = Execution.of(field.getGraphQlContext());
    if (execution == null
        || !field.getParentType().equals(field.getGraphQLSchema().getMutationType())) {
      return fetcher;
    }
    return environment -> {
      RequestContext request = execution.request();
      request.replayed(false);
      Object answer = fetcher.get(environment);
      if (request.replayed()) {
        note(execution, environment.getExecutionStepInfo().getResultKey());
      }
      return answer;
    };
  }

  private static void note(Execution execution, String alias) {
    execution
        .extensions()
        .merge(MEMBER, Map.of(alias, Map.of("replayed", true)), Replays::together);
  }

  private static Map<Object, Object> together(Object some, Object others) {
    Map<Object, Object> all = new LinkedHashMap<>((Map<?, ?>) some);
    all.putAll((Map<?, ?>) others);
    return all;
  }
}
