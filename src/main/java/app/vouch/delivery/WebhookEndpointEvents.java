package app.vouch.delivery;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import java.util.Map;
import java.util.UUID;

/** What endpoints tell. */
public sealed interface WebhookEndpointEvents extends Fact {
  @Override
  WebhookEndpointView view();

  @Override
  default int version() {
    return view().version();
  }

  /** Nothing is sent to it any more; the view says why. */
  record EndpointDisabled(UUID resourceId, WebhookEndpointView view)
      implements WebhookEndpointEvents {
    @Override
    public EventType type() {
      return EventType.ENDPOINT_DISABLED;
    }
  }

  /** Attempts fail in a row; what is not sent is held. */
  record EndpointFailing(UUID resourceId, WebhookEndpointView view, EndpointHealthView health)
      implements WebhookEndpointEvents {
    @Override
    public EventType type() {
      return EventType.ENDPOINT_FAILING;
    }

    @Override
    public Map<String, Object> extraData() {
      return Map.of("health", health);
    }
  }

  /** It is sent to again, with what was held. */
  record EndpointRecovered(UUID resourceId, WebhookEndpointView view)
      implements WebhookEndpointEvents {
    @Override
    public EventType type() {
      return EventType.ENDPOINT_RECOVERED;
    }
  }
}
