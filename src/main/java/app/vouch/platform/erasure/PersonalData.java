package app.vouch.platform.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;

/** Knows which members of a context's views are personal. */
public interface PersonalData {

  /** TypeIDs of what is about this person alone, such as their enrolments. */
  default Set<String> idsOf(UUID personId) {
    return Set.of();
  }

  /** Removes what one JSON object tells of the person itself; nested objects have their turn. */
  void remove(ObjectNode object, Erased person);

  /** Whether a member names the person, or something about them. */
  static boolean names(ObjectNode object, String member, Erased person) {
    return person.ids().contains(object.path(member).asText(""));
  }

  /** Leaves a member out of what is told; what was not told stays so. */
  static void empty(ObjectNode object, String member) {
    JsonNode value = object.get(member);
    if (value instanceof ObjectNode text) {
      text.removeAll();
    } else if (value instanceof ArrayNode list) {
      list.removeAll();
    } else if (value != null) {
      object.putNull(member);
    }
  }

  /** The same where there must be a text. */
  static void replace(ObjectNode object, String member, Erased person) {
    if (object.path(member).isTextual()) {
      object.put(member, person.tombstone());
    }
  }
}
