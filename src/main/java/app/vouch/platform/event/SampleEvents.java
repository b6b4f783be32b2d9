package app.vouch.platform.event;

import app.vouch.platform.access.Mode;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.event.EventBody.Cause;
import app.vouch.platform.event.EventBody.Resource;
import app.vouch.shared.IdType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bodies of events that never happened, in the form of those that do; for tests of receivers. */
@ApplicationScoped
public class SampleEvents {
  private final RequestContext request;
  private final ObjectMapper json;
  private final Clock clock;

  SampleEvents(RequestContext request, ObjectMapper json, Clock clock) {
    this.request = request;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param id the event's id; it is not in the log
   */
  public byte[] body(UUID id, EventType type, UUID resourceId, int version, Object view) {
    IdType resource = type.data().resource();
    String name = resource.resourceName();
    EventBody body =
        new EventBody(
            IdType.EVENT.format(id),
            type.text(),
            clock.instant(),
            EventBody.API_VERSION,
            request.mode() == Mode.LIVE,
            IdType.TENANT.format(request.tenantId()),
            0,
            new Resource(name, resource.format(resourceId), version, List.of()),
            Map.of(name, view),
            Map.of(),
            new Cause(request.requestId(), null, request.actor()),
            null);
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the sample of " + body.type() + " cannot be written as JSON", e);
    }
  }
}
