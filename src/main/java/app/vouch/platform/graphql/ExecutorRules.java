package app.vouch.platform.graphql;

import graphql.GraphQL;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.visibility.DefaultGraphqlFieldVisibility;
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
    GraphQLSchema all = builder.build();
    return SchemaTypes.onlyReachable(builder, all)
        .codeRegistry(all.getCodeRegistry().transform(ExecutorRules::showEveryField));
  }

  /** The framework takes its own default for a pattern of hidden names, and tries it every time. */
  private static void showEveryField(GraphQLCodeRegistry.Builder code) {
    code.fieldVisibility(DefaultGraphqlFieldVisibility.DEFAULT_FIELD_VISIBILITY);
  }

  @Override
  public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
    builder.defaultDataFetcherExceptionHandler(bean(FieldFaults.class));
    // The builder shows what it holds only in what it builds.
    Instrumentation framework = builder.build().getInstrumentation();
    return builder.instrumentation(
        new FieldRules(
            framework,
            bean(QueryLimits.class),
            List.of(new RowBatches(), new Unlisted(), new WriteNotes(), new ShownDirectives())));
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }
}
