package app.vouch.platform.graphql;

import app.vouch.platform.persistence.Outage;
import app.vouch.shared.Refusal;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a resolver throws into an error of its field. A refusal says what it says in REST;
 * everything else is logged under the request's id, and the caller learns that id and nothing more.
 */
@Unremovable
@ApplicationScoped
class FieldFaults implements DataFetcherExceptionHandler {
  private static final Logger LOG = Logger.getLogger(FieldFaults.class);

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters call) {
    String requestId = Execution.requestId(call.getDataFetchingEnvironment().getGraphQlContext());
    Refusal refusal = refusal(call.getException());
    if (refusal == null) {
      LOG.errorf(
          call.getException(),
          "request %s failed at the field %s",
          requestId,
          call.getPath().toString());
    }
    GraphqlFault fault =
        refusal == null ? GraphqlFault.internal(requestId) : GraphqlFault.of(refusal, requestId);
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult()
            .error(fault.at(List.of(call.getSourceLocation()), call.getPath().toList()).asError())
            .build());
  }

  /** The refusal inside the wrappers that executors put around what they call, or an outage. */
  static @Nullable Refusal refusal(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Refusal refusal) {
        return refusal;
      }
    }
    return Outage.behind(thrown).orElse(null);
  }
}
