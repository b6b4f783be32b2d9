package app.vouch.platform.graphql;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The types that a caller can come across, from the roots. */
final class SchemaTypes {

  /**
   * The same schema without types that nothing leads to.
   *
   * @param all what the builder builds
   */
  static GraphQLSchema.Builder onlyReachable(GraphQLSchema.Builder builder, GraphQLSchema all) {
    Set<String> reachable = reachable(all);
    return builder
        .clearAdditionalTypes()
        .additionalTypes(
            all.getAdditionalTypes().stream()
                .filter(
                    type ->
                        type instanceof GraphQLNamedType named
                            && reachable.contains(named.getName()))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static Set<String> reachable(GraphQLSchema schema) {
    Set<String> names = new LinkedHashSet<>();
    Deque<GraphQLType> open = new ArrayDeque<>();
    open.add(schema.getQueryType());
    if (schema.getMutationType() != null) {
      open.add(schema.getMutationType());
    }
    while (!open.isEmpty()) {
      GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(open.pop());
      if (names.add(type.getName())) {
        open.addAll(below(schema, type));
      }
    }
    return names;
  }

  private static Deque<GraphQLType> below(GraphQLSchema schema, GraphQLNamedType type) {
    Deque<GraphQLType> below = new ArrayDeque<>();
    switch (type) {
      case GraphQLObjectType object -> {
        object.getFieldDefinitions().forEach(field -> add(below, field));
        below.addAll(object.getInterfaces());
      }
      case GraphQLInterfaceType shared -> {
        shared.getFieldDefinitions().forEach(field -> add(below, field));
        below.addAll(schema.getImplementations(shared));
      }
      case GraphQLInputFieldsContainer input ->
          input.getFieldDefinitions().forEach(field -> below.add(field.getType()));
      default -> {}
    }
    return below;
  }

  private static void add(Deque<GraphQLType> types, GraphQLFieldDefinition field) {
    types.add(field.getType());
    field.getArguments().forEach(argument -> types.add(argument.getType()));
  }

  private SchemaTypes() {}
}
