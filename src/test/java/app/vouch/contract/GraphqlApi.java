package app.vouch.contract;

import app.vouch.TestApi;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls by GraphQL: the schema says how the operation's field is written, and all is selected. */
final class GraphqlApi implements Api {
  private final GraphqlFields fields = GraphqlFields.committed();

  @Override
  public Outcome call(String key, String operation, Map<String, ?> input) {
    FieldDefinition field = fields.operation(operation);
    boolean mutation = fields.isMutation(operation);
    Map<String, Object> variables = new LinkedHashMap<>(mutation ? Map.of("input", input) : input);
    fields.nestFilter(field, variables);
    String declared = declarations(field, variables, (name, type) -> "$" + name + ": " + type);
    String passed = declarations(field, variables, (name, type) -> name + ": $" + name);
    String query =
        (mutation ? "mutation" : "query")
            + (declared.isEmpty() ? " " : "(" + declared + ") ")
            + "{"
            + operation
            + (passed.isEmpty() ? "" : "(" + passed + ")")
            + fields.everythingOf(field.getType())
            + "}";
    return outcome(
        operation, TestApi.graphql(key, query, variables).extract().jsonPath(), mutation);
  }

  private static String declarations(
      FieldDefinition field,
      Map<String, ?> variables,
      java.util.function.BinaryOperator<String> form) {
    return field.getInputValueDefinitions().stream()
        .filter(argument -> variables.containsKey(argument.getName()) || isRequired(argument))
        .map(
            argument ->
                form.apply(
                    argument.getName(), graphql.language.AstPrinter.printAst(argument.getType())))
        .collect(Collectors.joining(", "));
  }

  private static boolean isRequired(InputValueDefinition argument) {
    return argument.getType() instanceof NonNullType;
  }

  private static Outcome outcome(String operation, JsonPath answer, boolean mutation) {
    String error = answer.getString("errors[0].extensions.code");
    if (error != null) {
      List<String> pointers = answer.getList("errors[0].extensions.errors.pointer", String.class);
      return Outcome.refused(
          error,
          Optional.ofNullable(pointers).orElse(List.of()).stream()
              .map(pointer -> pointer.replaceFirst("^/", ""))
              .toList());
    }
    Map<String, Object> data = answer.getMap("data." + operation);
    return mutation ? written(operation, data, answer) : read(data);
  }

  private static Outcome written(String operation, Map<String, Object> payload, JsonPath answer) {
    List<Map<String, Object>> errors = maps(payload.get("userErrors"));
    if (!errors.isEmpty()) {
      return Outcome.refused(
          String.valueOf(errors.getFirst().get("code")),
          errors.stream()
              .filter(error -> error.get("field") != null)
              .map(
                  error ->
                      ((List<?>) error.get("field"))
                          .stream().map(String::valueOf).collect(Collectors.joining("/")))
              .toList());
    }
    Object view =
        payload.entrySet().stream()
            .filter(member -> !member.getKey().equals("userErrors"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    return Outcome.of(
        map(view),
        Boolean.TRUE.equals(answer.get("extensions.idempotency." + operation + ".replayed")));
  }

  private static Outcome read(Map<String, Object> data) {
    if (!data.containsKey("edges")) {
      return Outcome.of(data, false);
    }
    Map<String, Object> page = map(data.get("pageInfo"));
    return Outcome.list(
        maps(data.get("edges")).stream().map(edge -> map(edge.get("node"))).toList(),
        Boolean.TRUE.equals(page.get("hasNextPage")) ? (String) page.get("endCursor") : null);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object value) {
    return (List<Map<String, Object>>) value;
  }
}
