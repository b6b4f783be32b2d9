package app.vouch.platform.graphql;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.BatchDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.BatchLoaderHelper;
import java.util.List;
import java.util.Map;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into their batch directly. The framework makes a context of its own for each of them,
 * though only that of the batch is read.
 */
final class RowBatches extends SimplePerformantInstrumentation {

  @Override
  public DataFetcher<?> instrumentDataFetcher(
      DataFetcher<?> fetcher,
      InstrumentationFieldFetchParameters parameters,
      InstrumentationState state) {
    return fetcher instanceof BatchDataFetcher ? row -> load(row, fetcher) : fetcher;
  }

  private static @Nullable Object load(DataFetchingEnvironment row, DataFetcher<?> framework)
      throws Exception {
    DataLoader<Object, Object> batch = row.getDataLoader(batchOf(row));
    Object source = row.getSource();
    return batch == null || source == null || !row.getArguments().isEmpty()
        ? framework.get(row)
        : batch.load(
            source,
            Map.of(
                BatchLoaderHelper.ARGUMENTS,
                List.of(),
                BatchLoaderHelper.DATA_FETCHING_ENVIRONMENT,
                row));
  }

  /** As the framework names it. */
  private static String batchOf(DataFetchingEnvironment row) {
    return row.getExecutionStepInfo().getObjectType().getName() + '_' + row.getField().getName();
  }
}
