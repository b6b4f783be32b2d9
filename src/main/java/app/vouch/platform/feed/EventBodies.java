package app.vouch.platform.feed;

import app.vouch.platform.event.LoggedEvent;
import app.vouch.platform.feed.EventView.EventResourceView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;

/** Reads stored bodies into views. */
@ApplicationScoped
class EventBodies {
  private final ObjectMapper json;

  EventBodies(ObjectMapper json) {
    this.json = json;
  }

  EventView view(LoggedEvent event) {
    JsonNode body = read(event);
    JsonNode resource = body.path("resource");
    return new EventView(
        body.path("id").asText(),
        body.path("type").asText(),
        Instant.parse(body.path("timestamp").asText()),
        body.path("apiVersion").asText(),
        body.path("live").asBoolean(),
        body.path("sequence").asLong(),
        new EventResourceView(
            resource.path("type").asText(),
            resource.path("id").asText(),
            resource.path("version").asInt()),
        body.path("data").toString());
  }

  private JsonNode read(LoggedEvent event) {
    try {
      return json.readTree(event.body());
    } catch (IOException e) {
      throw new IllegalStateException("the stored body of " + event.id() + " is no JSON", e);
    }
  }
}
