package app.vouch.statements;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The lists that the committed documents name, and what is nested in them. */
final class DocumentedLists {
  private static final String CONNECTION = "Connection";

  private final TypeDefinitionRegistry schema;

  private DocumentedLists() {
    this.schema = new SchemaParser().parse(Path.of("openapi/schema.graphql").toFile());
  }

  /** The paths of the REST lists: reads that take a cursor. */
  static List<String> rest() {
    return new OpenAPIV3Parser()
        .read("openapi/openapi.yaml").getPaths().entrySet().stream()
            .filter(path -> isList(path.getValue().getGet()))
            .map(Map.Entry::getKey)
            .toList();
  }

  private static boolean isList(Operation read) {
    return read != null
        && read.getParameters() != null
        && read.getParameters().stream().anyMatch(p -> "cursor".equals(p.getName()));
  }

  /** Every nested field of what a connection holds. */
  static List<NestedField> graphql() {
    DocumentedLists documented = new DocumentedLists();
    return documented.fields("Query").stream()
        .filter(list -> typeName(list).endsWith(CONNECTION))
        .flatMap(
            list ->
                documented.objects(held(list)).stream()
                    .map(
                        field ->
                            new NestedField(
                                list.getName(),
                                field.getName(),
                                documented.selection(typeName(field)),
                                documented.isFetched(typeName(field)))))
        .toList();
  }

  private static String held(FieldDefinition list) {
    return typeName(list).substring(0, typeName(list).length() - CONNECTION.length());
  }

  private String selection(String type) {
    return objects(type).stream()
        .map(field -> field.getName() + " {__typename}")
        .collect(Collectors.joining(" ", "{__typename ", "}"));
  }

  /** A thing of its own has an id; an entry of a journal is read by what it belongs to. */
  private boolean isFetched(String type) {
    return type.equals("JournalEntry")
        || fields(type).stream().map(FieldDefinition::getName).anyMatch("id"::equals);
  }

  private List<FieldDefinition> objects(String type) {
    Predicate<FieldDefinition> isObject = field -> type(typeName(field)).isPresent();
    return fields(type).stream().filter(isObject).toList();
  }

  private List<FieldDefinition> fields(String type) {
    return type(type).orElseThrow().getFieldDefinitions();
  }

  private Optional<ObjectTypeDefinition> type(String name) {
    return schema.getType(name, ObjectTypeDefinition.class);
  }

  private static String typeName(FieldDefinition field) {
    return TypeInfo.typeInfo(field.getType()).getName();
  }
}
