package app.vouch.platform.graphql;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code errors}: a message for people, and in {@code extensions} the code that REST's
 * problems have, the request's id and the facts that help.
 */
record GraphqlFault(
    String message,
    @Nullable List<SourceLocation> locations,
    @Nullable List<Object> path,
    Map<String, Object> extensions) {
  static final String CODE = "code";

  static GraphqlFault of(Refusal refusal, String requestId) {
    Map<String, Object> extensions = extensions(refusal.type(), requestId);
    refusal.facts().forEach(extensions::putIfAbsent);
    if (!refusal.errors().isEmpty()) {
      extensions.put("errors", refusal.errors());
    }
    return new GraphqlFault(refusal.detail(), null, null, extensions);
  }

  static GraphqlFault of(ProblemType type, String message, String requestId) {
    return new GraphqlFault(message, null, null, extensions(type, requestId));
  }

  /** What callers learn of a fault that is ours. */
  static GraphqlFault internal(String requestId) {
    return of(
        ProblemType.INTERNAL,
        "%s. Quote the reference %s to the operator"
            .formatted(ProblemType.INTERNAL.title(), requestId),
        requestId);
  }

  private static Map<String, Object> extensions(ProblemType type, String requestId) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put(CODE, type.slug());
    extensions.put("requestId", requestId);
    return extensions;
  }

  GraphqlFault at(@Nullable List<SourceLocation> places, @Nullable List<Object> answerPath) {
    return new GraphqlFault(message, places, answerPath, extensions);
  }

  /** As the executor carries it. */
  GraphQLError asError() {
    return new Carried(this);
  }

  /** As the answer's JSON has it. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("message", message);
    if (locations != null && !locations.isEmpty()) {
      json.put(
          "locations",
          locations.stream()
              .map(l -> Map.of("line", l.getLine(), "column", l.getColumn()))
              .toList());
    }
    if (path != null) {
      json.put("path", path);
    }
    json.put("extensions", extensions);
    return json;
  }
}
