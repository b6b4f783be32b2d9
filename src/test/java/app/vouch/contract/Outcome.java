package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a call came to.
 *
 * @param view the resource; null for a refusal and for a list
 * @param items the resources of a list
 * @param next the cursor of the next page
 * @param preview of a dry run: {@code events} and {@code rewards}
 * @param replayed whether it was a stored answer
 * @param refusal null when it worked
 */
record Outcome(
    @Nullable Map<String, Object> view,
    List<Map<String, Object>> items,
    @Nullable String next,
    @Nullable Map<String, Object> preview,
    boolean replayed,
    @Nullable Refused refusal) {

  /**
   * Why not.
   *
   * @param fields the input's fields at fault, such as {@code prospect/email}
   */
  record Refused(String code, String message, List<String> fields) {}

  static Outcome of(Map<String, Object> view, boolean replayed) {
    return new Outcome(view, List.of(), null, null, replayed, null);
  }

  static Outcome previewed(Map<String, Object> view, Map<String, Object> preview) {
    return new Outcome(view, List.of(), null, preview, false, null);
  }

  static Outcome list(List<Map<String, Object>> items, @Nullable String next) {
    return new Outcome(null, items, next, null, false, null);
  }

  static Outcome refused(String code, String message, List<String> fields) {
    return new Outcome(null, List.of(), null, null, false, new Refused(code, message, fields));
  }

  /** The fields at fault, of the {@code errors} of a problem; null for none. */
  static List<String> fields(@Nullable Object errors) {
    return errors == null
        ? List.of()
        : JsonText.maps(errors).stream()
            .map(error -> String.valueOf(error.get("pointer")).replaceFirst("^/", ""))
            .toList();
  }

  /** The resource, which must be there. */
  Map<String, Object> ok() {
    assertThat(refusal).as("refused").isNull();
    return Objects.requireNonNull(view, "the answer is a list");
  }

  /** The list, which must be one. */
  List<Map<String, Object>> list() {
    assertThat(refusal).as("refused").isNull();
    assertThat(view).as("the answer is no list").isNull();
    return items;
  }

  /** One member of each item. */
  List<Object> list(String path) {
    return list().stream()
        .map(item -> String.valueOf(at(item, path)))
        .map(Object.class::cast)
        .toList();
  }

  /** The refusal, which there must be. */
  Refused no() {
    assertThat(refusal).as("not refused: %s%s", view, items).isNotNull();
    return Objects.requireNonNull(refusal);
  }

  /** The code of the refusal, which there must be. */
  String code() {
    return no().code();
  }

  /** A member of the resource as text, such as {@code decision.outcome} or {@code legs.0.side}. */
  String text(String path) {
    return String.valueOf(at(ok(), path));
  }

  /** The types of the events that a dry run would have published. */
  List<String> previewedEvents() {
    List<?> events = (List<?>) Objects.requireNonNull(preview, "no dry run").get("events");
    return events.stream().map(event -> String.valueOf(((Map<?, ?>) event).get("type"))).toList();
  }

  private static @Nullable Object at(Object from, String path) {
    Object found = from;
    for (String step : path.split("\\.")) {
      found =
          switch (found) {
            case Map<?, ?> map when map.containsKey(step) -> map.get(step);
            case List<?> list -> list.get(Integer.parseInt(step));
            case null, default ->
                throw new AssertionError("no %s of %s in %s".formatted(step, path, from));
          };
    }
    return found;
  }
}
