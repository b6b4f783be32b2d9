package app.vouch.contract;

import graphql.language.EnumTypeDefinition;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields of the committed GraphQL schema. */
final class GraphqlFields {
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
    Set<String> names = new TreeSet<>(fields("Query").keySet());
    names.addAll(fields("Mutation").keySet());
    return names;
  }

  boolean isMutation(String operation) {
    return fields("Mutation").containsKey(operation);
  }

  FieldDefinition operation(String name) {
    return Optional.ofNullable(fields(isMutation(name) ? "Mutation" : "Query").get(name))
        .orElseThrow(() -> new AssertionError("no field " + name + " in schema.graphql"));
  }

  /** The fields of an output type; none of a scalar. */
  Map<String, FieldDefinition> fields(String type) {
    Map<String, FieldDefinition> fields = new TreeMap<>();
    definition(type)
        .ifPresent(
            definition ->
                definition.getFieldDefinitions().forEach(f -> fields.put(f.getName(), f)));
    return fields;
  }

  private Optional<ImplementingTypeDefinition<?>> definition(String type) {
    return schema
        .getType(type)
        .filter(ImplementingTypeDefinition.class::isInstance)
        .map(definition -> (ImplementingTypeDefinition<?>) definition);
  }

  /** The members of an input type; none of a scalar. */
  Map<String, InputValueDefinition> inputs(String type) {
    Map<String, InputValueDefinition> members = new TreeMap<>();
    schema
        .getType(type, InputObjectTypeDefinition.class)
        .ifPresent(
            definition ->
                definition
                    .getInputValueDefinitions()
                    .forEach(member -> members.put(member.getName(), member)));
    return members;
  }

  Optional<EnumTypeDefinition> enumeration(String type) {
    return schema.getType(type, EnumTypeDefinition.class);
  }

  /** The arguments of an operation, those inside {@code input} and {@code filter} included. */
  Map<String, InputValueDefinition> inputsOf(String operation) {
    Map<String, InputValueDefinition> members = new TreeMap<>();
    for (InputValueDefinition argument : operation(operation).getInputValueDefinitions()) {
      if (Set.of("input", "filter").contains(argument.getName())) {
        members.putAll(inputs(name(argument.getType())));
      } else {
        members.put(argument.getName(), argument);
      }
    }
    return members;
  }

  /** The type of one thing that an operation gives, without the frame around it. */
  String answer(String operation) {
    return inner(name(operation(operation).getType()));
  }

  private String inner(String type) {
    Map<String, FieldDefinition> fields = fields(type);
    List<FieldDefinition> content = new ArrayList<>(fields.values());
    content.removeIf(
        field ->
            Set.of("userErrors", "pageInfo", "cursor", "nextCursor").contains(field.getName()));
    boolean frame = isFrame(type) || fields.containsKey("nextCursor");
    return frame ? inner(name(content.getFirst().getType())) : type;
  }

  static boolean isFrame(String type) {
    return type.endsWith("Connection") || type.endsWith("Edge") || type.endsWith("Payload");
  }

  /** A list of key and value: how the framework shows a map. */
  static boolean isMap(String type) {
    return type.startsWith("Entry_");
  }

  static boolean needsArguments(FieldDefinition field) {
    return field.getInputValueDefinitions().stream()
        .anyMatch(argument -> argument.getType() instanceof NonNullType);
  }

  static String name(Type<?> type) {
    return switch (type) {
      case NonNullType nonNull -> name(nonNull.getType());
      case ListType list -> name(list.getType());
      case TypeName name -> name.getName();
      default -> throw new AssertionError("an unknown kind of type: " + type);
    };
  }
}
