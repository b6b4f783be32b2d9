package app.vouch.platform.graphql;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The writes of a document, in its order, with fragments unfolded. */
final class MutationFields {
  private static final String INPUT = "input";
  private static final String KEY = "idempotencyKey";

  static Collection<MergedField> of(ExecutionContext execution) {
    return new FieldCollector()
        .collectFields(
            FieldCollectorParameters.newParameters()
                .schema(execution.getGraphQLSchema())
                .objectType(mutation(execution))
                .fragments(execution.getFragmentsByName())
                .variables(execution.getCoercedVariables().toMap())
                .graphQLContext(execution.getGraphQLContext())
                .build(),
            execution.getOperationDefinition().getSelectionSet())
        .getSubFields()
        .values();
  }

  /**
   * Two writes of one document with one key: the second could only replay the first or be refused,
   * so the document is a mistake.
   *
   * @throws Refusal.Rule {@code idempotency-key-reused}
   */
  static void checkKeys(ExecutionContext execution) {
    Map<String, String> aliases = new HashMap<>();
    for (MergedField field : of(execution)) {
      String key = key(execution, field);
      String other = key == null ? null : aliases.put(key, field.getResultKey());
      if (other != null) {
        throw new Refusal.Rule(
            ProblemType.IDEMPOTENCY_KEY_REUSED,
            "%s and %s carry the same idempotencyKey; each write of a document needs its own"
                .formatted(other, field.getResultKey()),
            Map.of("fields", List.of(other, field.getResultKey())));
      }
    }
  }

  private static @org.jspecify.annotations.Nullable String key(
      ExecutionContext execution, MergedField field) {
    GraphQLFieldDefinition definition = mutation(execution).getFieldDefinition(field.getName());
    GraphQLCodeRegistry code = execution.getGraphQLSchema().getCodeRegistry();
    Map<String, Object> arguments =
        ValuesResolver.getArgumentValues(
            code,
            definition.getArguments(),
            field.getArguments(),
            execution.getCoercedVariables(),
            execution.getGraphQLContext(),
            execution.getLocale());
    return arguments.get(INPUT) instanceof Map<?, ?> input && input.get(KEY) instanceof String key
        ? key
        : null;
  }

  private static GraphQLObjectType mutation(ExecutionContext execution) {
    return Objects.requireNonNull(execution.getGraphQLSchema().getMutationType());
  }

  private MutationFields() {}
}
