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
final class RestDriver implements Driver {
  private static final int FIRST_REFUSAL = 400;
  private static final OpenApiOperations OPERATIONS = OpenApiOperations.committed();

  @Override
  public Driver other() {
    return new GraphqlDriver();
  }

  @Override
  public Outcome call(Caller caller, String operation, Map<String, ?> input) {
    OpenApiOperations.Place place = OPERATIONS.place(operation);
    RequestSpecification request = request(caller);
    Map<String, Object> body = new LinkedHashMap<>(input);
    Object idempotencyKey = body.remove("idempotencyKey");
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    for (String name : place.path()) {
      request.pathParam(name, body.remove(place.neutral(name, input.keySet())));
    }
    for (String name : place.query()) {
      Object value = body.remove(place.neutral(name, input.keySet()));
      if (value != null) {
        request.queryParam(name, value instanceof List<?> list ? commaSeparated(list) : value);
      }
    }
    if (place.conditional() && body.containsKey("version")) {
      request.header("If-Match", "\"" + body.remove("version") + "\"");
    }
    if (place.mediaType() != null) {
      request.contentType(place.mediaType()).body(body);
    } else if (!body.isEmpty()) {
      throw new AssertionError(operation + " takes no " + body.keySet());
    }
    return outcome(operation, send(request, place));
  }

  @Override
  public Outcome send(Caller caller, String operation, String body) {
    OpenApiOperations.Place place = OPERATIONS.place(operation);
    RequestSpecification request = request(caller).contentType(place.mediaType()).body(body);
    if (place.conditional()) {
      request.header("If-Match", "\"1\"");
    }
    place.path().forEach(name -> request.pathParam(name, "none"));
    return outcome(operation, send(request, place));
  }

  private static RequestSpecification request(Caller caller) {
    RequestSpecification request = TestApi.api(caller.key()).filter(OpenApiFilter.committed());
    return caller.actor() == null ? request : request.header("Vouch-Actor", caller.actor());
  }

  private static Response send(RequestSpecification request, OpenApiOperations.Place place) {
    return request.request(Method.valueOf(place.method()), place.template());
  }

  private static String commaSeparated(List<?> list) {
    return String.join(",", list.stream().map(String::valueOf).toList());
  }

  private static Outcome outcome(String operation, Response response) {
    Map<String, Object> body = JsonText.read(response.asString());
    if (response.statusCode() >= FIRST_REFUSAL) {
      return Outcome.refused(
          String.valueOf(body.get("code")),
          String.valueOf(body.get("detail")),
          Outcome.fields(body.get("errors")));
    }
    Coverage.REST.worked(operation);
    if (!operation.startsWith("event")) {
      leaveOutReferrersNames(body);
    }
    if (body.containsKey("dryRun")) {
      return Outcome.previewed(
          JsonText.map(body.get("result")),
          Map.of("events", body.get("events"), "rewards", body.get("rewards")));
    }
    return isList(body)
        ? Outcome.list(JsonText.maps(body.get("data")), next(body))
        : Outcome.of(body, response.header("Idempotency-Replayed") != null);
  }

  /** The short form of a referrer has a name, which GraphQL has behind the person. */
  private static void leaveOutReferrersNames(@Nullable Object answer) {
    switch (answer) {
      case Map<?, ?> map -> {
        if (map.get("referrer") instanceof Map<?, ?> referrer) {
          referrer.keySet().removeIf("name"::equals);
        }
        map.values().forEach(RestDriver::leaveOutReferrersNames);
      }
      case List<?> list -> list.forEach(RestDriver::leaveOutReferrersNames);
      case null, default -> {}
    }
  }

  private static boolean isList(Map<String, Object> body) {
    return body.get("data") instanceof List<?> && (body.size() == 1 || body.containsKey("page"));
  }

  private static @Nullable String next(Map<String, Object> body) {
    return Boolean.TRUE.equals(JsonText.at(body, "page", "hasMore"))
        ? (String) JsonText.at(body, "page", "nextCursor")
        : null;
  }
}
