package app.vouch.contract;

import app.vouch.TestApi;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls by REST: the OpenAPI document says where each part of the input goes. */
final class RestApi implements Api {
  private static final int FIRST_REFUSAL = 400;

  private final OpenApiOperations operations = OpenApiOperations.committed();

  @Override
  public Outcome call(String key, String operation, Map<String, ?> input) {
    OpenApiOperations.Place place = operations.place(operation);
    RequestSpecification request = TestApi.api(key).filter(OpenApiFilter.committed());
    Map<String, Object> body = new LinkedHashMap<>(input);
    Object idempotencyKey = body.remove("idempotencyKey");
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    for (String name : place.path()) {
      request.pathParam(name, body.remove(name));
    }
    for (String name : place.query()) {
      Object value =
          body.remove(name.equals("limit") ? "first" : name.equals("cursor") ? "after" : name);
      if (value != null) {
        request.queryParam(name, value);
      }
    }
    if (place.hasBody()) {
      request.body(body);
    }
    return outcome(request.request(Method.valueOf(place.method()), place.template()));
  }

  private static Outcome outcome(Response response) {
    if (response.statusCode() >= FIRST_REFUSAL) {
      List<String> pointers = response.jsonPath().getList("errors.pointer", String.class);
      return Outcome.refused(
          response.path("code"),
          pointers == null
              ? List.of()
              : pointers.stream().map(pointer -> pointer.replaceFirst("^/", "")).toList());
    }
    List<Map<String, Object>> data = response.path("data");
    @Nullable String next = response.path("page.nextCursor");
    return data == null
        ? Outcome.of(
            response.jsonPath().getMap(""), response.header("Idempotency-Replayed") != null)
        : Outcome.list(data, next);
  }
}
