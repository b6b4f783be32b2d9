package app.vouch.platform.openapi;

import app.vouch.platform.http.Problem;
import app.vouch.shared.ProblemType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What many operations share: headers, the problem answers, the preview of a dry run. */
final class SharedParts {
  static final String REQUEST_ID = "X-Request-Id";
  static final String RATE_LIMIT = "RateLimit";
  static final String RATE_LIMIT_POLICY = "RateLimit-Policy";
  static final String RETRY_AFTER = "Retry-After";
  static final String ETAG = "ETag";
  static final String REPLAYED = "Idempotency-Replayed";
  static final String LINK = "Link";
  static final String PREVIEW = "Preview";

  /** The schemas that are used from here. */
  static final Set<String> SCHEMAS = Set.of("Problem", "FieldError", PREVIEW);

  /** What is refused before an operation is found. */
  private static final Set<ProblemType> OF_NO_OPERATION =
      EnumSet.of(
          ProblemType.METHOD_NOT_ALLOWED, ProblemType.URI_TOO_LONG, ProblemType.HEADERS_TOO_LARGE);

  private static final int MAX_TEXT = 2_000;
  private static final int MAX_KEY = 255;
  private static final int MAX_REQUEST_ID = 64;
  private static final int MAX_ACTOR = 300;
  private static final int MAX_ERRORS = 1_000;
  private static final int LOWEST_ERROR = 400;
  private static final int HIGHEST_ERROR = 599;
  private static final int TOO_MANY = ProblemType.RATE_LIMITED.status();
  private static final int UNAVAILABLE = ProblemType.TRY_AGAIN.status();
  private static final int CONFLICT = ProblemType.IDEMPOTENCY_IN_PROGRESS.status();

  static void addTo(Components components) {
    headers().forEach(components::addHeader);
    parameters().forEach(components::addParameter);
    components.addSchema("Problem", problem());
    components.addSchema("FieldError", fieldError());
    components.addSchema(PREVIEW, preview());
    codes()
        .forEach(
            (status, codes) ->
                components.addResponse(responseName(status), response(status, codes)));
  }

  /** Every status that an operation can refuse with, and its codes. */
  static Map<Integer, List<ProblemType>> codes() {
    return Arrays.stream(ProblemType.values())
        .filter(type -> !OF_NO_OPERATION.contains(type))
        .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
  }

  static String responseName(int status) {
    return "Problem" + status;
  }

  private static APIResponse response(int status, List<ProblemType> types) {
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(
                types.stream()
                    .map(type -> "`" + type.slug() + "`: " + type.title())
                    .collect(Collectors.joining("; ")))
            .addHeader(REQUEST_ID, ref(REQUEST_ID))
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().ref("Problem"))));
    if (status < ProblemType.INTERNAL.status()) {
      response.addHeader(RATE_LIMIT, ref(RATE_LIMIT));
      response.addHeader(RATE_LIMIT_POLICY, ref(RATE_LIMIT_POLICY));
    }
    if (status == TOO_MANY || status == UNAVAILABLE || status == CONFLICT) {
      response.addHeader(RETRY_AFTER, ref(RETRY_AFTER));
    }
    return response;
  }

  static Header ref(String header) {
    return OASFactory.createHeader().ref(header);
  }

  private static Map<String, Header> headers() {
    Map<String, Header> headers = new LinkedHashMap<>();
    headers.put(
        REQUEST_ID, header("The id of this request; quote it to the operator", MAX_REQUEST_ID));
    headers.put(
        RATE_LIMIT, header("What is left of the key's calls, and the seconds until full", MAX_KEY));
    headers.put(RATE_LIMIT_POLICY, header("The key's calls per window", MAX_KEY));
    headers.put(
        RETRY_AFTER,
        OASFactory.createHeader()
            .description("Seconds to wait")
            .schema(
                OASFactory.createSchema()
                    .addType(SchemaType.INTEGER)
                    .format("int32")
                    .minimum(java.math.BigDecimal.ZERO)
                    .maximum(java.math.BigDecimal.valueOf(Integer.MAX_VALUE))));
    headers.put(ETAG, header("The version, for If-Match and If-None-Match", MAX_REQUEST_ID));
    headers.put(
        REPLAYED,
        header("`true` when this is the stored answer of the first call with the key", MAX_KEY));
    headers.put(LINK, header("The next page, as rel=\"next\"", MAX_TEXT));
    return headers;
  }

  private static Header header(String description, int length) {
    return OASFactory.createHeader().description(description).schema(text(length));
  }

  private static Map<String, Parameter> parameters() {
    return new TreeMap<>(
        Map.of(
            "IdempotencyKey",
            parameter(
                "Idempotency-Key",
                "Repeats of the call with this key answer what the first answered",
                text(MAX_KEY).minLength(1).pattern("^[\\x21-\\x7E]+$")),
            "VouchActor",
            parameter(
                "Vouch-Actor",
                "Who acts: `<system>:<id>`, optionally followed by `; name=\"…\"`. Believed from keys that may act for others",
                text(MAX_ACTOR)),
            "XRequestId",
            parameter(
                REQUEST_ID,
                "The caller's own id of the request; it comes back and stands in the logs",
                text(MAX_REQUEST_ID))));
  }

  private static Parameter parameter(String name, String description, Schema schema) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .required(false)
        .description(description)
        .schema(schema);
  }

  private static Schema problem() {
    return open()
        .description("An error (RFC 9457). Codes may bring further members, such as `allowed`.")
        .addProperty("type", text(MAX_TEXT).description("An address that explains the code"))
        .addProperty("title", text(MAX_TEXT))
        .addProperty(
            "status",
            OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int32")
                .minimum(java.math.BigDecimal.valueOf(LOWEST_ERROR))
                .maximum(java.math.BigDecimal.valueOf(HIGHEST_ERROR)))
        .addProperty("detail", text(MAX_TEXT))
        .addProperty("instance", text(MAX_TEXT).description("The path of the request"))
        .addProperty("code", text(MAX_REQUEST_ID).description("Stable, for programs"))
        .addProperty("requestId", text(MAX_REQUEST_ID))
        .addProperty(
            "errors", array(OASFactory.createSchema().ref("FieldError")).maxItems(MAX_ERRORS))
        .required(List.of("type", "title", "status", "detail", "instance", "code", "requestId"));
  }

  private static Schema fieldError() {
    return object()
        .addProperty("pointer", text(MAX_TEXT).description("JSON pointer into the body"))
        .addProperty("code", text(MAX_REQUEST_ID))
        .addProperty("message", text(MAX_TEXT))
        .required(List.of("pointer", "code", "message"));
  }

  private static Schema preview() {
    return object()
        .description("What a call with `dryRun` would have done. Nothing was stored.")
        .addProperty(
            "dryRun", OASFactory.createSchema().addType(SchemaType.BOOLEAN).constValue(true))
        .addProperty("result", open().description("The resource as it would have been"))
        .addProperty(
            "events",
            array(
                    object()
                        .addProperty("type", text(MAX_REQUEST_ID))
                        .addProperty("resourceType", text(MAX_REQUEST_ID))
                        .required(List.of("type", "resourceType")))
                .maxItems(MAX_ERRORS))
        .addProperty(
            "rewards",
            array(open().description("A reward that would have been granted")).maxItems(MAX_ERRORS))
        .required(List.of("dryRun", "result", "events", "rewards"));
  }

  static Schema text(int maxLength) {
    return OASFactory.createSchema().addType(SchemaType.STRING).maxLength(maxLength);
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(SchemaType.OBJECT);
  }

  /** An object with members that are not listed. */
  private static Schema open() {
    return object().additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
  }

  private static Schema array(Schema items) {
    return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
  }

  private SharedParts() {}
}
