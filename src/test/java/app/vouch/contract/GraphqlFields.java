package app.vouch.contract;

import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fields of the committed GraphQL schema. */
final class GraphqlFields {
  private static final int MAX_DEPTH = 8;

  private final TypeDefinitionRegistry schema;

  private GraphqlFields(TypeDefinitionRegistry schema) {
    this.schema = schema;
  }

  static GraphqlFields committed() {
    try {
      return new GraphqlFields(
          new SchemaParser().parse(Files.readString(Path.of("openapi/schema.graphql"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> operations() {
    Set<String> names = new TreeSet<>();
    fields("Query").forEach(field -> names.add(field.getName()));
    fields("Mutation").forEach(field -> names.add(field.getName()));
    return names;
  }

  boolean isMutation(String operation) {
    return fields("Mutation").stream().anyMatch(field -> field.getName().equals(operation));
  }

  FieldDefinition operation(String name) {
    List<FieldDefinition> all = new ArrayList<>(fields("Query"));
    all.addAll(fields("Mutation"));
    return all.stream()
        .filter(field -> field.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + name + " in schema.graphql"));
  }

  /** Filters that REST has in the query stand in an input of their own. */
  void nestFilter(FieldDefinition field, Map<String, Object> variables) {
    for (InputValueDefinition argument : field.getInputValueDefinitions()) {
      if (argument.getName().equals("filter")) {
        Map<String, Object> filter = new LinkedHashMap<>();
        schema
            .getType(name(argument.getType()), InputObjectTypeDefinition.class)
            .orElseThrow()
            .getInputValueDefinitions()
            .forEach(
                member -> {
                  if (variables.containsKey(member.getName())) {
                    filter.put(member.getName(), variables.remove(member.getName()));
                  }
                });
        if (!filter.isEmpty()) {
          variables.put("filter", filter);
        }
      }
    }
  }

  /**
   * A selection of everything that a type shows of itself: fields without arguments, but not the
   * neighbours that it leads to, which are resources of their own.
   */
  String everythingOf(Type<?> type) {
    return everythingOf(name(type), 0);
  }

  private String everythingOf(String type, int depth) {
    if (fields(type).isEmpty()) {
      return "";
    }
    StringBuilder selection = new StringBuilder(" {");
    for (FieldDefinition field : fields(type)) {
      String below = name(field.getType());
      if (field.getInputValueDefinitions().isEmpty()
          && depth < MAX_DEPTH
          && (isFrame(type) || !isResource(below))) {
        selection.append(field.getName()).append(everythingOf(below, depth + 1)).append(' ');
      }
    }
    return selection.append('}').toString();
  }

  private static boolean isFrame(String type) {
    return type.endsWith("Connection") || type.endsWith("Edge") || type.endsWith("Payload");
  }

  /** What has an id and a version can be read by itself. */
  private boolean isResource(String type) {
    Set<String> names = new TreeSet<>();
    fields(type).forEach(field -> names.add(field.getName()));
    return names.containsAll(Set.of("id", "version"));
  }

  private List<FieldDefinition> fields(String type) {
    Optional<ImplementingTypeDefinition<?>> found =
        schema
            .getType(type)
            .filter(ImplementingTypeDefinition.class::isInstance)
            .map(definition -> (ImplementingTypeDefinition<?>) definition);
    return found.map(ImplementingTypeDefinition::getFieldDefinitions).orElse(List.of());
  }

  private static String name(Type<?> type) {
    return switch (type) {
      case NonNullType nonNull -> name(nonNull.getType());
      case ListType list -> name(list.getType());
      case TypeName name -> name.getName();
      default -> throw new AssertionError("an unknown kind of type: " + type);
    };
  }
}
