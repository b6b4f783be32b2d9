package app.vouch.platform.graphql;

import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.QuarkusDefaultDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the GraphQL executor, which finds this class as a service, a reader of properties that does
 * nothing else, and keeps what calls a method. Its own reader makes a new context for every field
 * of every row, and it looks up the methods of all batches in every request.
 */
public final class PropertyReaders implements DataFetcherService {
  private final Map<Operation, PlugableBatchableDataFetcher<?, ?>> callers =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** Asked before the framework's service. */
  @Override
  public Integer getPriority() {
    return 0;
  }

  /** Null leaves the field to the framework: maps are read by arguments. */
  @Override
  public @Nullable PlugableDataFetcher<?> getFieldDataFetcher(
      Field field, Type type, Reference owner) {
    boolean map = field.hasWrapper() && field.getWrapper().isMap();
    return map || field.getMethodName() == null ? null : new PropertyReader<>(field, owner);
  }

  @Override
  public PlugableBatchableDataFetcher<?, ?> getDefaultDataFetcher(Operation operation, Type type) {
    return callers.computeIfAbsent(
        operation, known -> new QuarkusDefaultDataFetcher<Object, Object>(known, type));
  }
}
