package app.vouch.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where each operation lives, as the committed OpenAPI document says. */
final class OpenApiOperations {

  /**
   * The place of an operation.
   *
   * @param template such as {@code /v1/deals/{id}}
   * @param path its parameters in the path
   * @param query its parameters in the query
   */
  record Place(
      String method, String template, List<String> path, List<String> query, boolean hasBody) {}

  private final Map<String, Place> places = new TreeMap<>();

  private OpenApiOperations(OpenAPI document) {
    document
        .getPaths()
        .forEach(
            (template, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            places.put(
                                operation.getOperationId(),
                                new Place(
                                    method.name(),
                                    template,
                                    names(operation.getParameters(), "path"),
                                    names(operation.getParameters(), "query"),
                                    operation.getRequestBody() != null))));
  }

  static OpenApiOperations committed() {
    return new OpenApiOperations(new OpenAPIV3Parser().read("openapi/openapi.yaml"));
  }

  private static List<String> names(List<Parameter> parameters, String in) {
    return Optional.ofNullable(parameters).orElse(List.of()).stream()
        .filter(parameter -> in.equals(parameter.getIn()))
        .map(Parameter::getName)
        .toList();
  }

  Place place(String operation) {
    return Optional.ofNullable(places.get(operation))
        .orElseThrow(() -> new AssertionError("no operation " + operation + " in openapi.yaml"));
  }

  Map<String, Place> all() {
    return places;
  }
}
