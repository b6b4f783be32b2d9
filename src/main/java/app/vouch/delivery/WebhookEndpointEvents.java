package app.vouch.delivery;

import app.vouch.platform.event.Fact;
import app.vouch.shared.IdType;
import java.util.UUID;

/** What endpoints tell. */
public sealed interface WebhookEndpointEvents extends Fact {

  @Override
  default IdType resourceType() {
    return IdType.WEBHOOK_ENDPOINT;
  }

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
    public String type() {
      return "endpoint.disabled";
    }
  }

  /** It is sent to again, with what was held. */
  record EndpointRecovered(UUID resourceId, WebhookEndpointView view)
      implements WebhookEndpointEvents {
    @Override
    public String type() {
      return "endpoint.recovered";
    }
  }
}
