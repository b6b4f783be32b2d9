package app.vouch.platform.graphql;

import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.EventingService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts our scalars, schema rules, error handling and limits into the GraphQL executor, which finds
 * this class as a service before it builds its schema.
 */
public final class ExecutorRules implements EventingService {
  private static final String QUERY_CACHE = "io.smallrye.graphql.execution.queryCacheMaxSize";

  /** Parsed documents are large; the executor's 2,048 of our longest would be gigabytes. */
  private static final String MAX_CACHED = "256";

  public ExecutorRules() {
    StrictScalars.register();
    if (System.getProperty(QUERY_CACHE) == null) {
      System.setProperty(QUERY_CACHE, MAX_CACHED);
    }
  }

  /** Always on. */
  @Override
  public @Nullable String getConfigKey() {
    return null;
  }

  /**
   * A field that calls code may fail, and its error must not erase its neighbours' answers; so it
   * can be null, whatever its method says.
   */
  @Override
  public Operation createOperation(Operation operation) {
    operation.setNotNull(false);
    return operation;
  }

  /** The framework adds every class that implements an interface of ours; most are no answers. */
  @Override
  public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
    return SchemaTypes.onlyReachable(builder);
  }

  @Override
  public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
    builder.defaultDataFetcherExceptionHandler(bean(FieldFaults.class));
    // The builder shows what it holds only in what it builds.
    Instrumentation present = builder.build().getInstrumentation();
    return builder.instrumentation(
        new ChainedInstrumentation(
            List.of(
                present,
                bean(Unlisted.class),
                bean(QueryLimits.class),
                bean(WriteNotes.class),
                bean(ShownDirectives.class))));
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }
}
