package app.vouch.platform.http;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A merge patch (RFC 7396): members replace, null removes, what is left out stays.
 *
 * @param fields the members, typed
 * @param removed the names of the members that are null
 * @param body as it was sent
 */
public record MergePatch<T>(T fields, Set<String> removed, JsonNode body) {
  public static final String MEDIA_TYPE = "application/merge-patch+json";

  /**
   * @throws Refusal.Invalid when the body is no object, or a member is unknown or of a wrong type
   */
  public static <T> MergePatch<T> read(ObjectMapper json, JsonNode body, Class<T> type) {
    if (!body.isObject()) {
      throw new Refusal.Invalid("", "wrong-type", "The body must be a JSON object");
    }
    try {
      Set<String> removed =
          body.properties().stream()
              .filter(member -> member.getValue().isNull())
              .map(Map.Entry::getKey)
              .collect(Collectors.toUnmodifiableSet());
      return new MergePatch<>(json.treeToValue(body, type), removed, body);
    } catch (JsonProcessingException e) {
      throw Problems.unreadable(e);
    }
  }

  /**
   * @throws Refusal.Invalid naming every member that is removed and must not be
   */
  public MergePatch<T> removingOnly(Predicate<String> removable) {
    List<FieldError> errors =
        removed.stream()
            .filter(removable.negate())
            .sorted()
            .map(name -> new FieldError('/' + name, "required", "cannot be removed"))
            .toList();
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(errors);
    }
    return this;
  }

  /** The target with the patch's members: objects member by member, all else replaced. */
  public static ObjectNode merged(ObjectNode target, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      JsonNode present = target.get(member.getKey());
      boolean deep = member.getValue().isObject() && present instanceof ObjectNode;
      target.set(
          member.getKey(),
          deep ? merged((ObjectNode) present, (ObjectNode) member.getValue()) : member.getValue());
    }
    return target;
  }
}
