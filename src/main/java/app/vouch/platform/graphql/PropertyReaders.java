package app.vouch.platform.graphql;

import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;
import org.jspecify.annotations.Nullable;

/**
 * Gives the GraphQL executor, which finds this class as a service, a reader of properties that does
 * nothing else. Its own makes a new context for every field of every row.
 */
public final class PropertyReaders implements DataFetcherService {

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
}
