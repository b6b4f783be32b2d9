package app.vouch.platform.graphql;

import app.vouch.platform.access.RequestContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;

/** Notes in {@code extensions} which writes of a document were replays, and what dry runs found. */
final class WriteNotes extends SimplePerformantInstrumentation {
  private static final String IDEMPOTENCY = "idempotency";
  private static final String PREVIEW = "preview";

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
      request.preview(null);
      Object answer = fetcher.get(environment);
      String alias = environment.getExecutionStepInfo().getResultKey();
      if (request.replayed()) {
        note(execution, IDEMPOTENCY, alias, Map.of("replayed", true));
      }
      Object preview = request.preview();
      if (preview != null) {
        note(execution, PREVIEW, alias, preview);
      }
      return answer;
    };
  }

  private static void note(Execution execution, String member, String alias, Object value) {
    execution.extensions().merge(member, Map.of(alias, value), WriteNotes::together);
  }

  private static Map<Object, Object> together(Object some, Object others) {
    Map<Object, Object> all = new LinkedHashMap<>((Map<?, ?>) some);
    all.putAll((Map<?, ?>) others);
    return all;
  }
}
