package app.vouch.contract;

import app.vouch.TestApi;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls by GraphQL, selecting what REST shows. */
final class GraphqlDriver implements Driver {
  private static final GraphqlFields FIELDS = GraphqlFields.committed();
  private static final OpenApiOperations REST = OpenApiOperations.committed();

  @Override
  public Driver other() {
    return new RestDriver();
  }

  @Override
  public Outcome call(Caller caller, String operation, Map<String, ?> input) {
    GraphqlQuery query = new GraphqlQuery(FIELDS, REST, operation, input);
    return outcome(
        operation,
        request(caller)
            .body(Map.of("query", query.text(), "variables", query.variables()))
            .post("/graphql")
            .jsonPath());
  }

  @Override
  public Outcome send(Caller caller, String operation, String body) {
    return outcome(operation, request(caller).body(body).post("/graphql").jsonPath());
  }

  private static RequestSpecification request(Caller caller) {
    RequestSpecification request = TestApi.api(caller.key());
    return caller.actor() == null ? request : request.header("Vouch-Actor", caller.actor());
  }

  private static Outcome outcome(String operation, JsonPath answer) {
    if (answer.get("code") != null) {
      return Outcome.refused(answer.getString("code"), answer.getString("detail"), List.of());
    }
    String error = answer.getString("errors[0].extensions.code");
    if (error != null) {
      List<String> pointers = answer.getList("errors[0].extensions.errors.pointer", String.class);
      return Outcome.refused(
          error,
          answer.getString("errors[0].message"),
          Optional.ofNullable(pointers).orElse(List.of()).stream()
              .map(pointer -> pointer.replaceFirst("^/", ""))
              .toList());
    }
    Object data = plain(answer.get("data." + operation));
    if (operation.startsWith("event")) {
      parseEvents(data);
    }
    Outcome outcome =
        switch (data) {
          case List<?> list -> Outcome.list(maps(list), null);
          case Map<?, ?> map when FIELDS.isMutation(operation) ->
              written(operation, map(map), answer);
          case Map<?, ?> map -> read(map(map));
          case null, default -> throw new AssertionError(operation + ": " + answer.prettify());
        };
    if (outcome.refusal() == null) {
      Coverage.GRAPHQL.worked(operation);
    }
    return outcome;
  }

  private static Outcome written(String operation, Map<String, Object> payload, JsonPath answer) {
    List<Map<String, Object>> errors = maps(payload.get("userErrors"));
    if (!errors.isEmpty()) {
      return Outcome.refused(
          String.valueOf(errors.getFirst().get("code")),
          String.valueOf(errors.getFirst().get("message")),
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
    Map<String, Object> preview = answer.getMap("extensions.preview." + operation);
    return preview == null
        ? Outcome.of(
            map(view),
            Boolean.TRUE.equals(answer.get("extensions.idempotency." + operation + ".replayed")))
        : Outcome.previewed(map(view), preview);
  }

  private static Outcome read(Map<String, Object> data) {
    if (data.containsKey("edges")) {
      Map<String, Object> page = map(data.get("pageInfo"));
      return Outcome.list(
          maps(data.get("edges")).stream().map(edge -> map(edge.get("node"))).toList(),
          Boolean.TRUE.equals(page.get("hasNextPage")) ? (String) page.get("endCursor") : null);
    }
    return data.containsKey("nextCursor")
        ? Outcome.list(
            maps(data.values().stream().filter(List.class::isInstance).findFirst().orElseThrow()),
            (String) data.get("nextCursor"))
        : Outcome.of(data, false);
  }

  /** GraphQL has no type for free JSON, so an event's data and changes are texts there. */
  private static void parseEvents(@Nullable Object data) {
    switch (data) {
      case Map<?, ?> map -> {
        Map<String, Object> event = map(map);
        event.computeIfPresent("data", (name, text) -> new JsonPath(text.toString()).get());
        event.computeIfPresent("changes", (name, text) -> new JsonPath(text.toString()).get());
        event.values().forEach(GraphqlDriver::parseEvents);
      }
      case List<?> list -> list.forEach(GraphqlDriver::parseEvents);
      case null, default -> {}
    }
  }

  /** Lists of key and value are maps. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> plain = new LinkedHashMap<>();
        map.forEach(
            (name, member) ->
                plain.put(
                    name,
                    name.equals("metadata") && member instanceof List<?> entries
                        ? entries(maps(entries))
                        : plain(member)));
        yield plain;
      }
      case List<?> list -> list.stream().map(GraphqlDriver::plain).collect(Collectors.toList());
      case null, default -> value;
    };
  }

  private static Map<Object, Object> entries(List<Map<String, Object>> entries) {
    Map<Object, Object> map = new LinkedHashMap<>();
    entries.forEach(entry -> map.put(entry.get("key"), entry.get("value")));
    return map;
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
