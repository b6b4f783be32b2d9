package app.vouch.platform.http;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that an operation does not have: a misspelt filter would filter nothing.
 */
public class QueryParameters {
  private static final String API = "/v1/";

  @ServerRequestFilter
  public void check(ContainerRequestContext call, ResourceInfo resource) {
    Set<String> given = call.getUriInfo().getQueryParameters().keySet();
    if (given.isEmpty() || !call.getUriInfo().getPath().startsWith(API)) {
      return;
    }
    Set<String> known = known(resource);
    List<FieldError> unknown =
        given.stream()
            .filter(name -> !known.contains(name))
            .sorted()
            .map(
                name ->
                    new FieldError(
                        "/" + name,
                        "unknown-parameter",
                        known.isEmpty()
                            ? "is no query parameter here; there are none"
                            : "is no query parameter here; there are " + String.join(", ", known)))
            .toList();
    if (!unknown.isEmpty()) {
      throw new Refusal.Invalid(unknown);
    }
  }

  private static Set<String> known(ResourceInfo resource) {
    return Arrays.stream(resource.getResourceMethod().getParameters())
        .map((Parameter parameter) -> parameter.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .map(QueryParam::value)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
