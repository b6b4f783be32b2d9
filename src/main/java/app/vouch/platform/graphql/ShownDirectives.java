package app.vouch.platform.graphql;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.introspection.Introspection;
import graphql.introspection.IntrospectionDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLDirective;
import java.util.Collection;
import java.util.Set;

/**
 * Shows callers the directives that the specification has and that do something here. The executor
 * adds {@code @defer} to every schema and answers it only when told to; the framework adds its own.
 */
final class ShownDirectives extends SimplePerformantInstrumentation {
  private static final Set<String> SHOWN =
      Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf");

  @Override
  public DataFetcher<?> instrumentDataFetcher(
      DataFetcher<?> fetcher,
      InstrumentationFieldFetchParameters parameters,
      InstrumentationState state) {
    if (!(fetcher instanceof IntrospectionDataFetcher)
        || !parameters
            .getExecutionStepInfo()
            .getObjectType()
            .getName()
            .equals(Introspection.__Schema.getName())
        || !parameters.getEnvironment().getField().getName().equals("directives")) {
      return fetcher;
    }
    return environment ->
        fetcher.get(environment) instanceof Collection<?> directives
            ? directives.stream()
                .filter(d -> d instanceof GraphQLDirective known && SHOWN.contains(known.getName()))
                .toList()
            : null;
  }
}
