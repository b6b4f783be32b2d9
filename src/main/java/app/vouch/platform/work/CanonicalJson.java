package app.vouch.platform.work;

import app.vouch.shared.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One byte sequence for one content: members sorted by UTF-16 code units, no blanks (RFC 8785).
 * Vouch hashes only texts, booleans, nulls and whole numbers, so the rules for fractions are not
 * needed, and a fraction is refused.
 */
@ApplicationScoped
public class CanonicalJson {
  private final ObjectMapper json;

  CanonicalJson(ObjectMapper json) {
    this.json = json;
  }

  public byte[] bytes(Object value) {
    return sorted(json.valueToTree(value)).toString().getBytes(StandardCharsets.UTF_8);
  }

  public byte[] sha256(Object value) {
    return Sha256.of(bytes(value));
  }

  private JsonNode sorted(JsonNode node) {
    if (node.isFloatingPointNumber()) {
      throw new IllegalArgumentException("a fraction has no canonical form here: " + node);
    }
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      Collections.sort(names);
      ObjectNode result = json.createObjectNode();
      names.forEach(name -> result.set(name, sorted(object.get(name))));
      return result;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode result = json.createArrayNode();
      array.forEach(item -> result.add(sorted(item)));
      return result;
    }
    return node;
  }
}
