package app.vouch.platform.feed;

import app.vouch.platform.event.EventBody;
import app.vouch.platform.event.LoggedEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Reads stored bodies into views; a body may be older than this program and say more. */
@ApplicationScoped
class EventBodies {
  private final ObjectMapper json;
  private final ObjectReader reader;

  EventBodies(ObjectMapper json) {
    this.json = json;
    this.reader =
        json.readerFor(EventBody.class)
            .without(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES);
  }

  EventView view(LoggedEvent event) {
    try {
      EventBody body = reader.readValue(event.body());
      return new EventView(
          body.id(),
          body.type(),
          body.timestamp(),
          body.apiVersion(),
          body.live(),
          body.tenantId(),
          body.sequence(),
          body.resource(),
          json.writeValueAsString(body.data()),
          json.writeValueAsString(body.changes()),
          body.cause(),
          body.erasedAt());
    } catch (IOException e) {
      throw new IllegalStateException("the stored body of " + event.id() + " is no JSON", e);
    }
  }
}
