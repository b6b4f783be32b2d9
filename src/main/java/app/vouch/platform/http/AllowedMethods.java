package app.vouch.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which methods a path takes; the framework refuses the others without a word about these. */
@ApplicationScoped
class AllowedMethods {
  /** A path as a pattern, such as {@code /v1/deals/[^/]+} → its methods. */
  private final Map<String, Set<String>> methods = new TreeMap<>();

  AllowedMethods(BeanManager beans) {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path root = bean.getBeanClass().getAnnotation(Path.class);
      if (root != null) {
        for (Method method : bean.getBeanClass().getMethods()) {
          add(root.value(), method);
        }
      }
    }
  }

  private void add(String root, Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        methods
            .computeIfAbsent(
                pattern(root, method.getAnnotation(Path.class)), path -> new TreeSet<>())
            .add(verb.value());
      }
    }
  }

  private static String pattern(String root, @Nullable Path below) {
    return Arrays.stream((root + '/' + (below == null ? "" : below.value())).split("/", -1))
        .filter(step -> !step.isEmpty())
        .map(step -> step.contains("{") ? "[^/]+" : step)
        .collect(Collectors.joining("/", "/", ""));
  }

  /** Such as {@code GET, POST}; empty for a path that is none. */
  String of(String path) {
    return methods.entrySet().stream()
        .filter(entry -> path.matches(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .sorted()
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
