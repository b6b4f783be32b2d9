package app.vouch.program;

import app.vouch.program.ProgramVersionDiffView.Change;
import app.vouch.program.ProgramVersionDiffView.ChangeKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two documents of settings, value by value. Members of a list that have a name are
 * compared with their namesakes wherever these stand; other lists are one value. Pure.
 */
final class SettingsDiff {
  /** By list, the members that name one of its members. */
  private static final Map<String, List<String>> NAMED_BY =
      Map.of(
          "/rewards", List.of("id"),
          "/templates", List.of("kind", "language"),
          "/briefs", List.of("language"));

  private final List<Change> found = new ArrayList<>();
  private final List<Change> gone = new ArrayList<>();

  static List<Change> of(JsonNode before, JsonNode after) {
    SettingsDiff diff = new SettingsDiff();
    diff.compare("", null, before, after);
    return Stream.concat(diff.found.stream(), diff.gone.stream()).toList();
  }

  private void compare(
      String pointer, @Nullable String name, @Nullable JsonNode before, @Nullable JsonNode after) {
    JsonNode was = nullable(before);
    JsonNode is = nullable(after);
    if (was == null && is == null) {
      return;
    }
    if (was == null) {
      found.add(new Change(ChangeKind.ADDED, pointer, name, null, String.valueOf(is)));
    } else if (is == null) {
      gone.add(new Change(ChangeKind.REMOVED, pointer, name, was.toString(), null));
    } else if (was.isObject() && is.isObject()) {
      Stream.concat(names(is), names(was))
          .distinct()
          .forEach(
              member -> compare(pointer + '/' + member, name, was.get(member), is.get(member)));
    } else if (NAMED_BY.containsKey(pointer)) {
      compareNamed(pointer, was, is);
    } else if (!was.equals(is)) {
      found.add(new Change(ChangeKind.CHANGED, pointer, name, was.toString(), is.toString()));
    }
  }

  private static @Nullable JsonNode nullable(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : node;
  }

  private void compareNamed(String pointer, JsonNode before, JsonNode after) {
    Map<String, Integer> earlier = places(pointer, before);
    Map<String, Integer> later = places(pointer, after);
    later.forEach(
        (name, place) -> {
          Integer was = earlier.get(name);
          compare(
              pointer + '/' + place, name, was == null ? null : before.get(was), after.get(place));
        });
    earlier.forEach(
        (name, place) -> {
          if (!later.containsKey(name)) {
            compare(pointer + '/' + place, name, before.get(place), null);
          }
        });
  }

  private static Map<String, Integer> places(String list, JsonNode members) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      JsonNode member = members.get(i);
      String name =
          NAMED_BY.getOrDefault(list, List.of()).stream()
              .map(part -> member.path(part).asText())
              .collect(Collectors.joining(" "));
      places.put(name, i);
    }
    return places;
  }

  private static Stream<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names.stream();
  }
}
