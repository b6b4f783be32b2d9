package app.vouch.delivery.dispatch;

import app.vouch.delivery.PayloadField;
import app.vouch.delivery.PayloadFormat;
import app.vouch.delivery.WebhookPayload;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes an endpoint's body of an event: the same one for every attempt, as long as neither the
 * event nor the endpoint changes. CloudEvents after version 1.0.2 of the specification and its HTTP
 * binding, with the extension {@code sequence}.
 */
@ApplicationScoped
class Rendering {
  private static final String JSON_TYPE = "application/json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String baseUrl;

  Rendering(@ConfigProperty(name = "vouch.base-url") String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * @param body the event as it is stored
   */
  Rendered of(byte[] body, WebhookPayload payload) {
    PayloadFormat format = Objects.requireNonNull(payload.format());
    return switch (format) {
      case STANDARD -> new Rendered(Map.of("Content-Type", JSON_TYPE), content(body, payload));
      case CLOUDEVENTS_BINARY -> {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", JSON_TYPE);
        attributes(read(body), payload)
            .forEach((name, value) -> headers.put("ce-" + name, percentEncoded(value)));
        yield new Rendered(headers, content(body, payload));
      }
      case CLOUDEVENTS_STRUCTURED -> {
        ObjectNode envelope = JSON.createObjectNode();
        attributes(read(body), payload).forEach(envelope::put);
        envelope.put("datacontenttype", JSON_TYPE);
        envelope.set("data", read(content(body, payload)));
        yield new Rendered(
            Map.of("Content-Type", "application/cloudevents+json; charset=utf-8"), write(envelope));
      }
    };
  }

  private Map<String, String> attributes(JsonNode event, WebhookPayload payload) {
    String type = event.path("type").asText();
    long sequence = event.path("sequence").asLong();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", event.path("id").asText());
    attributes.put("source", baseUrl + "/tenants/" + event.path("tenantId").asText());
    attributes.put("type", "app.vouch." + type);
    attributes.put("subject", event.path("resource").path("id").asText());
    attributes.put("time", event.path("timestamp").asText());
    if (!payload.hasFields()) {
      attributes.put("dataschema", "urn:vouch:event:" + type);
    }
    if (sequence > 0) {
      attributes.put("sequence", "%010d".formatted(sequence));
    }
    return attributes;
  }

  private static byte[] content(byte[] body, WebhookPayload payload) {
    if (payload.hasFields()) {
      return write(mapped(read(body), Objects.requireNonNull(payload.fields())));
    }
    if (payload.leavesOutData()) {
      ObjectNode thin = (ObjectNode) read(body);
      thin.putNull("data");
      return write(thin);
    }
    return body;
  }

  private static ObjectNode mapped(JsonNode event, List<PayloadField> fields) {
    ObjectNode result = JSON.createObjectNode();
    for (PayloadField field : fields) {
      JsonNode value =
          field.from() == null
              ? result.textNode(field.value())
              : event.at(JsonPointer.compile(field.from()));
      if (!value.isMissingNode()) {
        place(result, field.to().split("[.]", -1), value);
      }
    }
    return result;
  }

  private static void place(ObjectNode top, String[] names, JsonNode value) {
    ObjectNode at = top;
    for (int i = 0; i < names.length - 1; i++) {
      at = at.withObjectProperty(names[i]);
    }
    at.set(names[names.length - 1], value);
  }

  /** A header's value, section 3.1.3.2 of the HTTP binding. */
  private static String percentEncoded(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : value.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      boolean plain = b > ' ' && b <= '~' && b != '"' && b != '%';
      encoded.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b));
    }
    return encoded.toString();
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("an event's stored body cannot be read", e);
    }
  }

  private static byte[] write(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (IOException e) {
      throw new UncheckedIOException("a delivery's body cannot be written", e);
    }
  }
}
