package app.vouch.platform.graphql;

import app.vouch.platform.access.RequestContext;
import graphql.GraphQLContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request's execution knows, carried in GraphQL's own context: resolvers run without a
 * request scope between them.
 */
final class Execution {
  static final String KEY = "vouch.execution";

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
}
