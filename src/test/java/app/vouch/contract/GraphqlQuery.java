package app.vouch.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import graphql.language.AstPrinter;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An operation written as a GraphQL document that selects what REST shows, so that both answers can
 * be held against each other.
 */
final class GraphqlQuery {
  private static final int MAX_DEPTH = 10;

  private final GraphqlFields fields;
  private final OpenApiOperations rest;
  private final String operation;
  private final Map<String, Object> variables;

  GraphqlQuery(
      GraphqlFields fields, OpenApiOperations rest, String operation, Map<String, ?> input) {
    this.fields = fields;
    this.rest = rest;
    this.operation = operation;
    this.variables = variables(input);
  }

  Map<String, Object> variables() {
    return variables;
  }

  String text() {
    FieldDefinition field = fields.operation(operation);
    String declared = arguments((name, type) -> "$" + name + ": " + type);
    String passed = arguments((name, type) -> name + ": $" + name);
    JsonNode shown =
        rest.all().containsKey(operation)
            ? rest.item(rest.place(operation).answer())
            : MissingNode.getInstance();
    return "%s%s {%s%s%s}"
        .formatted(
            fields.isMutation(operation) ? "mutation" : "query",
            declared.isEmpty() ? "" : "(" + declared + ")",
            operation,
            passed.isEmpty() ? "" : "(" + passed + ")",
            frame(GraphqlFields.name(field.getType()), shown));
  }

  private String arguments(BinaryOperator<String> form) {
    return fields.operation(operation).getInputValueDefinitions().stream()
        .filter(a -> variables.containsKey(a.getName()) || a.getType() instanceof NonNullType)
        .map(a -> form.apply(a.getName(), AstPrinter.printAst(a.getType())))
        .collect(Collectors.joining(", "));
  }

  /** Connections and payloads, down to the thing itself. */
  private String frame(String type, JsonNode shown) {
    String inner = fields.answer(operation);
    if (type.equals(inner)) {
      return selection(type, shown, 0);
    }
    return fields.fields(type).values().stream()
        .map(
            field -> {
              String below = GraphqlFields.name(field.getType());
              return switch (below) {
                case "PageInfo" -> "pageInfo {hasNextPage endCursor}";
                case "UserError" -> "userErrors {code message field}";
                case "String" -> field.getName();
                default -> field.getName() + frame(below, shown);
              };
            })
        .collect(Collectors.joining(" ", " {", "}"));
  }

  /** What REST shows; everything that leads no further where REST leaves it open. */
  private String selection(String type, JsonNode shown, int depth) {
    if (GraphqlFields.isMap(type)) {
      return " {key value}";
    }
    Map<String, FieldDefinition> all = fields.fields(type);
    if (all.isEmpty()) {
      return "";
    }
    Map<String, JsonNode> members = rest.members(shown);
    List<String> chosen = new ArrayList<>();
    for (FieldDefinition field : all.values()) {
      String below = GraphqlFields.name(field.getType());
      boolean wanted =
          members.isEmpty()
              ? fields.fields(below).isEmpty() || !fields.fields(below).containsKey("version")
              : members.containsKey(field.getName());
      if (wanted && depth < MAX_DEPTH && !GraphqlFields.needsArguments(field)) {
        JsonNode member =
            members.isEmpty() ? shown.path("none") : rest.item(members.get(field.getName()));
        chosen.add(field.getName() + selection(below, member, depth + 1));
      }
    }
    return chosen.stream().collect(Collectors.joining(" ", " {", "}"));
  }

  private Map<String, Object> variables(Map<String, ?> input) {
    Map<String, Object> given = new LinkedHashMap<>(input);
    if (takesInput()) {
      Map<String, InputValueDefinition> known = fields.inputsOf(operation);
      return new LinkedHashMap<>(Map.of("input", asInput(removals(given, known), known)));
    }
    for (InputValueDefinition argument : fields.operation(operation).getInputValueDefinitions()) {
      if (argument.getName().equals("filter")) {
        nest(given, fields.inputs(GraphqlFields.name(argument.getType())).keySet());
      }
    }
    return given;
  }

  /** Mutations do, and queries whose REST operation takes a body. */
  private boolean takesInput() {
    return fields.operation(operation).getInputValueDefinitions().stream()
        .anyMatch(argument -> argument.getName().equals("input"));
  }

  /** Filters that REST has in the query stand in an input of their own. */
  private static void nest(Map<String, Object> given, Set<String> members) {
    Map<String, Object> filter = new LinkedHashMap<>(given);
    filter.keySet().retainAll(members);
    given.keySet().removeAll(members);
    if (!filter.isEmpty()) {
      given.put("filter", filter);
    }
  }

  /**
   * What a merge patch sets to null is named in {@code remove}; an empty text where there is none.
   */
  private static Map<String, Object> removals(
      Map<String, Object> given, Map<String, InputValueDefinition> known) {
    List<String> removed = new ArrayList<>();
    given.replaceAll(
        (name, value) -> {
          if (value == null && !known.containsKey("remove")) {
            return "";
          }
          if (value == null) {
            removed.add(name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
          }
          return value;
        });
    if (!removed.isEmpty()) {
      given.values().removeIf(Objects::isNull);
      given.put("remove", removed);
    }
    return given;
  }

  /** Maps become lists of key and value where the schema has them so. */
  private Map<String, Object> asInput(Map<?, ?> given, Map<String, InputValueDefinition> known) {
    Map<String, Object> input = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          InputValueDefinition member = known.get(String.valueOf(name));
          input.put(
              String.valueOf(name),
              member == null ? value : asInput(value, GraphqlFields.name(member.getType())));
        });
    return input;
  }

  private @Nullable Object asInput(@Nullable Object value, String type) {
    if (value instanceof Map<?, ?> map && GraphqlFields.isMap(type)) {
      return map.entrySet().stream()
          .map(entry -> Map.of("key", entry.getKey(), "value", entry.getValue()))
          .toList();
    }
    return switch (value) {
      case Map<?, ?> map -> asInput(map, fields.inputs(type));
      case List<?> list -> list.stream().map(item -> asInput(item, type)).toList();
      case null, default -> value;
    };
  }
}
