package app.vouch.platform.openapi;

import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Completes each operation: scope, parameters, every answer it can give. */
final class Operations {
  private static final Set<ProblemType> ALWAYS =
      EnumSet.of(
          ProblemType.INVALID_REQUEST,
          ProblemType.UNAUTHENTICATED,
          ProblemType.MISSING_SCOPE,
          ProblemType.NOT_ACCEPTABLE,
          ProblemType.RATE_LIMITED,
          ProblemType.INTERNAL,
          ProblemType.TRY_AGAIN);
  private static final Set<ProblemType> WITH_BODY =
      EnumSet.of(ProblemType.BODY_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE);
  private static final Set<ProblemType> WRITES =
      EnumSet.of(ProblemType.TRANSITION_NOT_ALLOWED, ProblemType.UNKNOWN_REFERENCE);
  private static final Set<ProblemType> CONDITIONAL =
      EnumSet.of(ProblemType.VERSION_MISMATCH, ProblemType.PRECONDITION_REQUIRED);
  private static final int MAX_PARAMETER = 2_000;
  private static final String JSON = "application/json";
  private static final String NOT_MODIFIED = "304";

  private final OpenAPI document;
  private final CodeIndex code;

  Operations(OpenAPI document, CodeIndex code) {
    this.document = document;
    this.code = code;
  }

  void complete() {
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(path, method, operation)));
  }

  private void complete(String path, PathItem.HttpMethod method, Operation operation) {
    boolean writes = method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD;
    describe(operation);
    parameters(operation, writes);
    if (operation.getRequestBody() != null) {
      operation
          .getRequestBody()
          .description("Unknown members are refused")
          .required(code.needsBody(operation.getOperationId()));
    }
    successes(operation, writes);
    problems(path, operation, writes);
    sort(operation);
  }

  private void describe(Operation operation) {
    String id = operation.getOperationId();
    String needs =
        code.scope(id)
            .map(scope -> "Needs the scope `" + scope.text() + "`.")
            .orElse(code.isPublic(id) ? "Needs no key." : "Any key will do.");
    operation.setDescription(operation.getSummary() + ". " + needs);
    operation.setSecurity(
        code.isPublic(id)
            ? List.of()
            : List.of(OASFactory.createSecurityRequirement().addScheme(DocumentHead.KEY)));
    code.scope(id).ifPresent(scope -> operation.addExtension("x-scope", scope.text()));
  }

  private static void parameters(Operation operation, boolean writes) {
    List<Parameter> parameters =
        new ArrayList<>(operation.getParameters() == null ? List.of() : operation.getParameters());
    parameters.forEach(Operations::complete);
    if (writes) {
      parameters.add(OASFactory.createParameter().ref("IdempotencyKey"));
      parameters.add(OASFactory.createParameter().ref("VouchActor"));
    }
    parameters.add(OASFactory.createParameter().ref("XRequestId"));
    operation.setParameters(parameters);
  }

  private static void complete(Parameter parameter) {
    if (parameter.getName() == null) {
      return;
    }
    switch (parameter.getName()) {
      case "limit" ->
          parameter
              .description("How many at most")
              .schema(
                  OASFactory.createSchema()
                      .addType(SchemaType.INTEGER)
                      .format("int32")
                      .minimum(BigDecimal.ONE)
                      .maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT))
                      .defaultValue(PageRequest.DEFAULT_LIMIT));
      case "cursor" -> describe(parameter, "`page.nextCursor` of the page before");
      case "If-Match" -> describe(parameter, "The ETag of the version that the change is based on");
      case "If-None-Match" -> describe(parameter, "An ETag; 304 when it is still the version");
      case "id" -> describe(parameter, "TypeID, or `ext:system:instance:object:id`");
      default -> {
        if (parameter.getDescription() == null) {
          describe(parameter, words(parameter.getName()));
        }
      }
    }
    if (parameter.getSchema() != null && parameter.getSchema().getRef() != null) {
      parameter.schema(OASFactory.createSchema().ref(parameter.getSchema().getRef()));
    }
    if (parameter.getSchema() != null
        && parameter.getSchema().getType() != null
        && parameter.getSchema().getType().contains(SchemaType.STRING)
        && parameter.getSchema().getMaxLength() == null) {
      parameter.getSchema().setMaxLength(MAX_PARAMETER);
    }
  }

  private static void describe(Parameter parameter, String description) {
    parameter.setDescription(description);
  }

  /** {@code organizationId} is "organization id". */
  private static String words(String camel) {
    return camel.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
  }

  private void successes(Operation operation, boolean writes) {
    APIResponses responses = operation.getResponses();
    APIResponse created = responses.getAPIResponse("201");
    if (created != null && !responses.hasAPIResponse("200")) {
      responses.addAPIResponse(
          "200",
          OASFactory.createAPIResponse()
              .description("It was there already, and is as the call says")
              .content(created.getContent()));
    }
    if (takesDryRun(operation) && responses.hasAPIResponse("200")) {
      preview(responses.getAPIResponse("200"));
    }
    for (Map.Entry<String, APIResponse> response : responses.getAPIResponses().entrySet()) {
      if (response.getKey().startsWith("2")) {
        headers(response.getValue(), writes);
      }
    }
    if (has(operation, "If-None-Match")) {
      responses.addAPIResponse(
          NOT_MODIFIED,
          OASFactory.createAPIResponse()
              .description("Still the version that If-None-Match names")
              .addHeader(SharedParts.ETAG, SharedParts.ref(SharedParts.ETAG))
              .addHeader(SharedParts.REQUEST_ID, SharedParts.ref(SharedParts.REQUEST_ID)));
    }
  }

  private boolean takesDryRun(Operation operation) {
    if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
      return false;
    }
    return operation.getRequestBody().getContent().getMediaTypes().values().stream()
        .map(media -> resolved(media.getSchema()))
        .anyMatch(
            schema ->
                schema.getProperties() != null && schema.getProperties().containsKey("dryRun"));
  }

  private Schema resolved(Schema schema) {
    Schema named =
        schema.getRef() == null ? null : document.getComponents().getSchemas().get(name(schema));
    return named == null ? schema : named;
  }

  static String name(Schema schema) {
    return schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
  }

  private static void preview(APIResponse response) {
    MediaType json =
        response.getContent() == null ? null : response.getContent().getMediaType(JSON);
    if (json != null && json.getSchema() != null) {
      response.setContent(
          OASFactory.createContent()
              .addMediaType(
                  JSON,
                  OASFactory.createMediaType()
                      .schema(
                          OASFactory.createSchema()
                              .addAnyOf(json.getSchema())
                              .addAnyOf(OASFactory.createSchema().ref(SharedParts.PREVIEW)))));
    }
  }

  private void headers(APIResponse response, boolean writes) {
    response.addHeader(SharedParts.REQUEST_ID, SharedParts.ref(SharedParts.REQUEST_ID));
    response.addHeader(SharedParts.RATE_LIMIT, SharedParts.ref(SharedParts.RATE_LIMIT));
    response.addHeader(
        SharedParts.RATE_LIMIT_POLICY, SharedParts.ref(SharedParts.RATE_LIMIT_POLICY));
    if (writes) {
      response.addHeader(SharedParts.REPLAYED, SharedParts.ref(SharedParts.REPLAYED));
    }
    MediaType json =
        response.getContent() == null ? null : response.getContent().getMediaType(JSON);
    if (json == null || json.getSchema() == null) {
      return;
    }
    Map<String, Schema> members = resolved(json.getSchema()).getProperties();
    if (members != null && members.containsKey("version")) {
      response.addHeader(SharedParts.ETAG, SharedParts.ref(SharedParts.ETAG));
    }
    if (members != null && members.containsKey("page")) {
      response.addHeader(SharedParts.LINK, SharedParts.ref(SharedParts.LINK));
    }
  }

  private void problems(String path, Operation operation, boolean writes) {
    ALWAYS.forEach(type -> problem(operation, type));
    if (path.contains("{")) {
      problem(operation, ProblemType.NOT_FOUND);
    }
    if (writes) {
      WRITES.forEach(type -> problem(operation, type));
    }
    if (operation.getRequestBody() != null) {
      WITH_BODY.forEach(type -> problem(operation, type));
    }
    if (has(operation, "If-Match")) {
      CONDITIONAL.forEach(type -> problem(operation, type));
    }
    if (path.equals("/v1/events")) {
      problem(operation, ProblemType.CURSOR_EXPIRED);
    }
  }

  private static void problem(Operation operation, ProblemType type) {
    operation
        .getResponses()
        .addAPIResponse(
            Integer.toString(type.status()),
            OASFactory.createAPIResponse().ref(SharedParts.responseName(type.status())));
  }

  private static boolean has(Operation operation, String parameter) {
    return operation.getParameters().stream().anyMatch(p -> parameter.equals(p.getName()));
  }

  private static void sort(Operation operation) {
    APIResponses responses = operation.getResponses();
    responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    operation.setParameters(
        operation.getParameters().stream()
            .sorted(Comparator.comparing(parameter -> parameter.getRef() == null ? 0 : 1))
            .toList());
  }
}
