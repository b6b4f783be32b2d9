package app.vouch.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps and lists; REST Assured's own paths are compiled each time, and take longer. */
final class JsonText {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An object. */
  static Map<String, Object> read(String text) {
    try {
      return map(JSON.readValue(text, Map.class));
    } catch (JsonProcessingException e) {
      throw new AssertionError("not a JSON object: " + text, e);
    }
  }

  /** A member of a member, such as {@code page}, {@code hasMore}; null where there is none. */
  static @Nullable Object at(@Nullable Object from, String... path) {
    Object found = from;
    for (String step : path) {
      found = found instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> maps(Object value) {
    return (List<Map<String, Object>>) value;
  }

  private JsonText() {}
}
