package app.vouch.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds every exchange against the committed OpenAPI document: the answer always, and the request
 * where it was accepted, so that nothing undocumented works.
 */
public final class OpenApiFilter implements Filter {
  private static final Path DOCUMENT = Path.of("openapi/openapi.yaml");
  private static final int FIRST_REFUSAL = 400;

  private static @Nullable OpenApiFilter committed;

  private final OpenApiInteractionValidator validator;

  OpenApiFilter(String document) {
    validator = OpenApiInteractionValidator.createForInlineApiSpecification(document).build();
  }

  /** For the document in the repository, read once. */
  public static synchronized OpenApiFilter committed() {
    if (committed == null) {
      try {
        committed = new OpenApiFilter(Files.readString(DOCUMENT));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return committed;
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext exchange) {
    Response response = exchange.next(request, expected);
    List<String> violations = violations(request, response);
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "%s %s answered %d, against the OpenAPI document:\n%s\nbody: %s"
              .formatted(
                  request.getMethod(),
                  request.getURI(),
                  response.statusCode(),
                  String.join("\n", violations),
                  response.asString()));
    }
    return response;
  }

  private List<String> violations(FilterableRequestSpecification request, Response response) {
    URI uri = URI.create(request.getURI());
    ValidationReport report =
        response.statusCode() < FIRST_REFUSAL
            ? validator.validate(request(request, uri), answer(response))
            : validator.validateResponse(
                uri.getRawPath(), Request.Method.valueOf(request.getMethod()), answer(response));
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(
            message ->
                message.getKey()
                    + ": "
                    + message.getMessage()
                    + message.getAdditionalInfo().stream()
                        .collect(Collectors.joining("\n    ", "\n    ", "")))
        .toList();
  }

  private static SimpleRequest request(FilterableRequestSpecification request, URI uri) {
    SimpleRequest.Builder builder =
        new SimpleRequest.Builder(request.getMethod(), uri.getRawPath());
    for (Header header : request.getHeaders()) {
      builder.withHeader(header.getName(), header.getValue());
    }
    Object body = request.getBody();
    if (body != null) {
      builder.withBody(body.toString());
    }
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        String[] parts = pair.split("=", 2);
        builder.withQueryParam(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
      }
    }
    return builder.build();
  }

  private static SimpleResponse answer(Response response) {
    SimpleResponse.Builder builder = new SimpleResponse.Builder(response.statusCode());
    for (Header header : response.getHeaders()) {
      builder.withHeader(header.getName(), header.getValue());
    }
    String body = response.asString();
    return (body.isEmpty() ? builder : builder.withBody(body)).build();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
