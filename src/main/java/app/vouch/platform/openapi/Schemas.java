package app.vouch.platform.openapi;

import app.vouch.platform.openapi.CodeIndex.RecordShape;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Completes each schema: what may be null, what is always there, no unknown members in what callers
 * send, and the bounds that hold for everything.
 */
final class Schemas {
  /** What the JSON reader takes as one text. */
  private static final int MAX_TEXT = 1_000_000;

  private static final int MAX_ITEMS = 10_000;

  private final OpenAPI document;
  private final CodeIndex code;
  private final Set<String> sent;
  private final Set<String> answered;

  Schemas(OpenAPI document, CodeIndex code) {
    this.document = document;
    this.code = code;
    document.getComponents().getSchemas().values().forEach(this::followAliases);
    operations().forEach(operation -> roots(operation, false).forEach(this::followAliases));
    this.sent = reachable(true);
    this.answered = reachable(false);
  }

  void complete() {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    schemas.forEach(
        (name, schema) -> {
          Map<String, Schema> members = schema.getProperties();
          if (members != null) {
            code.record(name, members.keySet()).ifPresent(shape -> complete(name, schema, shape));
          }
        });
    schemas.keySet().stream()
        .filter(name -> !sent.contains(name) && !answered.contains(name))
        .filter(name -> !SharedParts.SCHEMAS.contains(name))
        .toList()
        .forEach(document.getComponents()::removeSchema);
    document.getComponents().getSchemas().values().forEach(this::bound);
    operations()
        .forEach(
            operation -> {
              roots(operation, true).forEach(this::bound);
              roots(operation, false).forEach(this::bound);
            });
    webhooks().forEach(this::bound);
  }

  private void complete(String name, Schema schema, RecordShape shape) {
    Map<String, Schema> members = new LinkedHashMap<>();
    schema
        .getProperties()
        .forEach(
            (member, type) ->
                members.put(member, shape.nullable().contains(member) ? nullable(type) : type));
    schema.setProperties(members);
    if (sent.contains(name)) {
      schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    } else if (answered.contains(name)) {
      Set<String> required = new TreeSet<>(members.keySet());
      if (shape.leavesOutNulls()) {
        required.removeAll(shape.nullable());
      }
      required.retainAll(shape.members());
      schema.setRequired(members.keySet().stream().filter(required::contains).toList());
    }
  }

  private static Schema nullable(Schema type) {
    if (type.getRef() != null) {
      return OASFactory.createSchema()
          .description(type.getDescription())
          .addAnyOf(type.description(null))
          .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }
    if (type.getType() != null && !type.getType().contains(SchemaType.NULL)) {
      List<SchemaType> types = new ArrayList<>(type.getType());
      types.add(SchemaType.NULL);
      type.setType(types);
    }
    return type;
  }

  /** The names of all schemas below requests, or below answers. */
  private Set<String> reachable(boolean requests) {
    Set<String> names = new HashSet<>();
    Deque<Schema> open = new ArrayDeque<>();
    operations().forEach(operation -> open.addAll(roots(operation, requests)));
    if (!requests) {
      open.addAll(webhooks());
    }
    while (!open.isEmpty()) {
      Schema schema = open.pop();
      if (schema.getRef() == null) {
        open.addAll(below(schema));
      } else if (names.add(Operations.name(schema))) {
        Schema named = document.getComponents().getSchemas().get(Operations.name(schema));
        if (named != null) {
          open.addAll(below(named));
        }
      }
    }
    return names;
  }

  /** A schema that only names another is replaced by that. */
  private void followAliases(Schema schema) {
    Schema named =
        schema.getRef() == null
            ? null
            : document.getComponents().getSchemas().get(Operations.name(schema));
    if (named != null && named.getRef() != null) {
      schema.setRef(named.getRef());
    }
    below(schema).forEach(this::followAliases);
  }

  private List<Operation> operations() {
    return document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .toList();
  }

  /** The bodies that Vouch sends: callers read them like answers. */
  private List<Schema> webhooks() {
    return document.getWebhooks().values().stream()
        .flatMap(webhook -> webhook.getOperations().values().stream())
        .flatMap(operation -> roots(operation, true).stream())
        .toList();
  }

  private static List<Schema> roots(Operation operation, boolean requests) {
    List<Schema> roots = new ArrayList<>();
    if (requests) {
      if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
        operation
            .getRequestBody()
            .getContent()
            .getMediaTypes()
            .values()
            .forEach(media -> add(roots, media.getSchema()));
      }
      return roots;
    }
    operation
        .getResponses()
        .getAPIResponses()
        .values()
        .forEach(
            response -> {
              if (response.getContent() != null) {
                response
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(media -> add(roots, media.getSchema()));
              }
            });
    return roots;
  }

  private static Collection<Schema> below(Schema schema) {
    List<Schema> below = new ArrayList<>();
    if (schema.getProperties() != null) {
      below.addAll(schema.getProperties().values());
    }
    add(below, schema.getItems());
    add(below, schema.getAdditionalPropertiesSchema());
    for (List<Schema> several :
        new ArrayList<>(
            java.util.Arrays.asList(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf()))) {
      if (several != null) {
        below.addAll(several);
      }
    }
    return below;
  }

  private static void add(List<Schema> schemas, @Nullable Schema schema) {
    if (schema != null) {
      schemas.add(schema);
    }
  }

  private void bound(Schema schema) {
    List<SchemaType> types = schema.getType();
    if (types != null && schema.getRef() == null) {
      if (types.contains(SchemaType.STRING) && isOpen(schema)) {
        schema.setMaxLength(MAX_TEXT);
      }
      if (types.contains(SchemaType.ARRAY) && schema.getMaxItems() == null) {
        schema.setMaxItems(MAX_ITEMS);
      }
      if (types.contains(SchemaType.INTEGER)) {
        whole(schema);
      }
    }
    below(schema).forEach(this::bound);
  }

  private static boolean isOpen(Schema schema) {
    return schema.getMaxLength() == null
        && schema.getEnumeration() == null
        && schema.getConstValue() == null;
  }

  private static void whole(Schema schema) {
    boolean wide = "int64".equals(schema.getFormat());
    if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
      schema.setMinimum(BigDecimal.valueOf(wide ? Long.MIN_VALUE : Integer.MIN_VALUE));
    }
    if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
      schema.setMaximum(BigDecimal.valueOf(wide ? Long.MAX_VALUE : Integer.MAX_VALUE));
    }
  }
}
