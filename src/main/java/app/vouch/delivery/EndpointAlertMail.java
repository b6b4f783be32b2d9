package app.vouch.delivery;

import app.vouch.platform.mail.Mail;
import app.vouch.platform.mail.Mail.Mailbox;
import app.vouch.platform.mail.MailResult;
import app.vouch.platform.mail.MailServer;
import app.vouch.platform.timer.TimedStep;
import app.vouch.platform.timer.Timers;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Mails what became of an endpoint. While the mail server does not take it, it is tried again for a
 * day; the event of the same moment stays in the feed in any case.
 */
@ApplicationScoped
class EndpointAlertMail implements TimedStep {
  static final String NAME = "endpoint-alert";
  private static final Logger LOG = Logger.getLogger(EndpointAlertMail.class);
  private static final List<Duration> AGAIN_AFTER =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(17));

  private final WebhookEndpointService endpoints;
  private final EndpointHealthService healths;
  private final MailServer server;
  private final Timers timers;
  private final Clock clock;

  EndpointAlertMail(
      WebhookEndpointService endpoints,
      EndpointHealthService healths,
      MailServer server,
      Timers timers,
      Clock clock) {
    this.endpoints = endpoints;
    this.healths = healths;
    this.server = server;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(UUID endpointId, String which) {
    EndpointAlertTimer timer = EndpointAlertTimer.parse(which);
    Mail mail = mail(endpointId, timer);
    if (mail == null) {
      return;
    }
    switch (server.send(mail.recipient(), () -> Optional.of(mail), () -> true)) {
      case MailResult.Taken taken -> {}
      case MailResult.Abandoned abandoned -> {}
      case MailResult.Unknown unknown -> {}
      case MailResult.Refused refused -> giveUp(mail, refused.why());
      case MailResult.TryLater later -> tryLater(endpointId, timer, mail, later.why());
    }
  }

  private @Nullable Mail mail(UUID endpointId, EndpointAlertTimer timer) {
    String id = IdType.WEBHOOK_ENDPOINT.format(endpointId);
    try {
      WebhookEndpointView endpoint = endpoints.get(id);
      return endpoint.alertEmail() == null
          ? null
          : mail(endpoint, endpoint.alertEmail(), healths.get(id), timer);
    } catch (Refusal.NotFound gone) {
      return null;
    }
  }

  private Mail mail(
      WebhookEndpointView endpoint,
      String address,
      EndpointHealthView health,
      EndpointAlertTimer timer) {
    Mailbox recipient = new Mailbox(null, address);
    String host = endpoint.forEvents().url();
    return new Mail(
        endpoint.id() + '-' + timer.alert() + '-' + timer.at().toEpochMilli(),
        endpoint.id(),
        "Vouch",
        recipient,
        List.of(recipient),
        List.of(),
        List.of(),
        timer.alert().subject(host),
        text(endpoint, health, timer),
        Map.of("Auto-Submitted", "auto-generated"),
        timer.at());
  }

  private static String text(
      WebhookEndpointView endpoint, EndpointHealthView health, EndpointAlertTimer timer) {
    StringBuilder text = new StringBuilder();
    text.append("Endpoint: %s, %s\n".formatted(endpoint.id(), endpoint.forEvents().url()));
    text.append("State: %s\n".formatted(timer.alert().state(timer.at())));
    if (timer.alert() != EndpointAlert.RECOVERED) {
      text.append("Last answer: %s\n".formatted(orNone(health.lastError())));
      text.append("Failing since: %s\n".formatted(orNone(health.failingSince())));
      text.append("Disabled at: %s\n".formatted(orNone(health.disablesAt())));
      text.append("Deliveries that wait: %d\n".formatted(health.held()));
      text.append(
          """

          Once the receiver answers with 2xx again, or its address or credentials are corrected, \
          everything that waits is sent. A disabled endpoint has to be enabled for that:
          POST /v1/webhook-endpoints/%s/transitions {"action": "ENABLE"}
          """
              .formatted(endpoint.id()));
    }
    return text.toString();
  }

  private static String orNone(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  private void tryLater(UUID endpointId, EndpointAlertTimer timer, Mail mail, String why) {
    if (timer.failures() >= AGAIN_AFTER.size()) {
      giveUp(mail, why);
      return;
    }
    Duration delay = AGAIN_AFTER.get(timer.failures());
    LOG.warnf("the mail %s goes again in %s: %s", mail.id(), delay, why);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                timers.schedule(
                    NAME,
                    IdType.WEBHOOK_ENDPOINT,
                    endpointId,
                    timer.failed().which(),
                    clock.instant().plus(delay)));
  }

  private static void giveUp(Mail mail, String why) {
    LOG.errorf("the mail %s is not sent; its event is in the feed: %s", mail.id(), why);
  }
}
