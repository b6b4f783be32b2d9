package app.vouch.platform.graphql;

import app.vouch.platform.access.RequestContext;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What one request's execution knows, carried in GraphQL's own context: resolvers run without a
 * request scope between them.
 */
final class Execution {
  static final String KEY = "vouch.execution";
  private static final Logger LOG = Logger.getLogger(Execution.class);

  private final RequestContext request;
  private final Map<String, Object> extensions = new LinkedHashMap<>();

  Execution(RequestContext request) {
    this.request = request;
  }

  /** Null where a document is executed without a request, as in a schema test. */
  static @Nullable Execution of(GraphQLContext context) {
    return context.get(KEY);
  }

  static String requestId(GraphQLContext context) {
    Execution execution = of(context);
    return execution == null ? "none" : execution.requestId();
  }

  String requestId() {
    return request.requestId();
  }

  RequestContext request() {
    return request;
  }

  /** Members of the answer's {@code extensions}. */
  Map<String, Object> extensions() {
    return extensions;
  }

  /** A result as the caller gets it. */
  Map<String, Object> answer(ExecutionResult result) {
    Map<String, Object> answer = new LinkedHashMap<>();
    if (!result.getErrors().isEmpty()) {
      answer.put("errors", errors(result));
    }
    if (result.isDataPresent()) {
      answer.put("data", result.getData());
    }
    if (!extensions.isEmpty()) {
      answer.put("extensions", extensions);
    }
    return answer;
  }

  List<Map<String, Object>> errors(ExecutionResult result) {
    boolean executed = result.isDataPresent();
    return result.getErrors().stream().map(error -> fault(error, executed)).toList();
  }

  private Map<String, Object> fault(GraphQLError error, boolean executed) {
    if (error instanceof Carried carried) {
      return carried.fault().json();
    }
    Refusal refusal =
        error instanceof ExceptionWhileDataFetching thrown
            ? FieldFaults.refusal(thrown.getException())
            : null;
    GraphqlFault fault;
    if (refusal != null) {
      fault = GraphqlFault.of(refusal, requestId());
    } else if (executed && !isCallers(error)) {
      LOG.errorf("request %s failed: %s", requestId(), error);
      fault = GraphqlFault.internal(requestId());
    } else {
      fault = GraphqlFault.of(ProblemType.INVALID_REQUEST, error.getMessage(), requestId());
    }
    return fault.at(error.getLocations(), error.getPath()).json();
  }

  private static boolean isCallers(GraphQLError error) {
    return error.getErrorType() == ErrorType.ValidationError
        || error.getErrorType() == ErrorType.InvalidSyntax;
  }
}
