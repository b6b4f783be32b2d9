package app.vouch.platform.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes what stored JSON tells of a person, wherever in it they are named by an id. */
@ApplicationScoped
public class PersonalJson {
  private static final Pattern TYPE_ID = Pattern.compile("[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}");

  private final List<PersonalData> kinds;
  private final ObjectMapper json;

  PersonalJson(@All List<PersonalData> kinds, ObjectMapper json) {
    this.kinds = kinds;
    this.json = json;
  }

  /** TypeIDs of what is about this person alone; without their own. */
  public Set<String> idsOf(UUID personId) {
    Set<String> ids = new HashSet<>();
    kinds.forEach(kind -> ids.addAll(kind.idsOf(personId)));
    return ids;
  }

  /**
   * @param text JSON in UTF-8
   * @return the JSON without them; empty where it told nothing of them
   */
  public Optional<ObjectNode> without(byte[] text, Erased person) {
    if (!names(text, person)) {
      return Optional.empty();
    }
    JsonNode before = read(text);
    JsonNode after = before.deepCopy();
    remove(after, person);
    return after instanceof ObjectNode object && !after.equals(before)
        ? Optional.of(object)
        : Optional.empty();
  }

  private static boolean names(byte[] text, Erased person) {
    Matcher ids = TYPE_ID.matcher(new String(text, StandardCharsets.ISO_8859_1));
    while (ids.find()) {
      if (person.ids().contains(ids.group())) {
        return true;
      }
    }
    return false;
  }

  private void remove(JsonNode node, Erased person) {
    if (node instanceof ObjectNode object) {
      kinds.forEach(kind -> kind.remove(object, person));
    }
    node.forEach(child -> remove(child, person));
  }

  private JsonNode read(byte[] text) {
    try {
      return json.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException("what was stored as JSON is none", e);
    }
  }

  /** As it is stored. */
  public byte[] bytes(ObjectNode object) {
    try {
      return json.writeValueAsBytes(object);
    } catch (IOException e) {
      throw new IllegalStateException("JSON cannot be written", e);
    }
  }
}
