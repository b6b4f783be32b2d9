package app.vouch.platform.openapi;

import app.vouch.platform.access.ForAnyKey;
import app.vouch.platform.access.ForAnyone;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** What the code says about the document's operations and schemas. */
final class CodeIndex {
  private static final String OURS = "app.vouch";
  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

  private final Map<String, MethodInfo> operations = new HashMap<>();
  private final Map<String, List<ClassInfo>> records = new HashMap<>();

  CodeIndex(IndexView index) {
    for (AnnotationInstance operation : index.getAnnotations(Operation.class)) {
      if (operation.target().kind() == AnnotationTarget.Kind.METHOD
          && operation.value("operationId") != null) {
        operations.put(operation.value("operationId").asString(), operation.target().asMethod());
      }
    }
    for (ClassInfo type : index.getKnownClasses()) {
      if (type.isRecord() && type.name().toString().startsWith(OURS)) {
        records.computeIfAbsent(schemaName(type), name -> new ArrayList<>()).add(type);
      }
    }
  }

  private static String schemaName(ClassInfo type) {
    AnnotationInstance schema = type.declaredAnnotation(Schema.class);
    return schema != null && schema.value("name") != null
        ? schema.value("name").asString()
        : type.simpleName();
  }

  /** The scope that an operation needs; empty when any key will do. */
  Optional<Scope> scope(String operationId) {
    AnnotationInstance needs = annotation(operationId, Needs.class);
    return needs == null || needs.value() == null
        ? Optional.empty()
        : Optional.of(Scope.valueOf(needs.value().asEnum()));
  }

  boolean isPublic(String operationId) {
    return annotation(operationId, ForAnyone.class) != null
        && annotation(operationId, ForAnyKey.class) == null;
  }

  /** Whether the operation refuses a call without a body. */
  boolean needsBody(String operationId) {
    MethodInfo method = operations.get(operationId);
    return method == null
        || method.parameters().stream().anyMatch(p -> p.hasDeclaredAnnotation(NotNull.class));
  }

  private @Nullable AnnotationInstance annotation(
      String operationId, Class<? extends java.lang.annotation.Annotation> type) {
    MethodInfo method = operations.get(operationId);
    return method == null ? null : method.declaredAnnotation(type);
  }

  /**
   * The record behind a schema. Two records of one name get numbered schemas; the members tell them
   * apart.
   */
  Optional<RecordShape> record(String schema, Set<String> members) {
    List<ClassInfo> found = records.getOrDefault(schema.replaceFirst("[0-9]+$", ""), List.of());
    return found.stream()
        .filter(type -> shared(type, members) * 2 > members.size())
        .max(Comparator.comparingLong(type -> shared(type, members)))
        .map(CodeIndex::shape);
  }

  /** How many members both have; a record may have more that JSON leaves out, or fewer. */
  private static long shared(ClassInfo type, Set<String> members) {
    return names(type).stream().filter(members::contains).count();
  }

  private static Set<String> names(ClassInfo type) {
    Set<String> names = new HashSet<>();
    type.recordComponents().forEach(component -> names.add(component.name()));
    return names;
  }

  private static RecordShape shape(ClassInfo type) {
    Set<String> nullable = new HashSet<>();
    for (RecordComponentInfo component : type.recordComponents()) {
      if (component.type().hasAnnotation(NULLABLE)) {
        nullable.add(component.name());
      }
    }
    AnnotationInstance include = type.declaredAnnotation(JsonInclude.class);
    boolean leavesOut =
        include != null
            && include.value() != null
            && !include.value().asEnum().equals(JsonInclude.Include.ALWAYS.name());
    return new RecordShape(names(type), nullable, leavesOut);
  }

  /**
   * A record's members.
   *
   * @param leavesOutNulls whether JSON leaves out what is null
   */
  record RecordShape(Set<String> members, Set<String> nullable, boolean leavesOutNulls) {}
}
