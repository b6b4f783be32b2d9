package app.vouch.delivery;

import app.vouch.platform.timer.Timers;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Has mails about endpoints sent to whom their tenants named, out of the open transaction. */
@ApplicationScoped
class EndpointAlerts {
  private final Timers timers;
  private final Clock clock;

  EndpointAlerts(Timers timers, Clock clock) {
    this.timers = timers;
    this.clock = clock;
  }

  void tell(WebhookEndpoint endpoint, EndpointAlert alert) {
    if (endpoint.alertEmail() != null) {
      Instant now = clock.instant();
      timers.schedule(
          EndpointAlertMail.NAME,
          IdType.WEBHOOK_ENDPOINT,
          endpoint.id(),
          new EndpointAlertTimer(alert, now, 0).which(),
          now);
    }
  }
}
