package app.vouch.delivery;

import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.vouch.TestClock;
import app.vouch.TestRealm;
import app.vouch.platform.mail.MailReceiver;
import app.vouch.platform.mail.MailReceiver.Taken;
import app.vouch.shared.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mails to whoever looks after an endpoint. */
@QuarkusTest
@Timeout(180)
class EndpointAlertTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject TestRealm realm;
  @Inject TestClock clock;
  @Inject WebhookEndpointService endpoints;

  private final String address = unique("ops") + "@crm.example";
  private UUID tenant;

  @BeforeEach
  void makeTenant() {
    tenant = realm.make();
  }

  private WebhookEndpointView endpoint(Receiver receiver) {
    return realm.in(
        tenant,
        () ->
            endpoints
                .create(TestEndpoints.with(Map.of("alertEmail", address), receiver.url(), "deal.*"))
                .view());
  }

  private Taken awaitMail(MailReceiver mails, String recipient, String subject) {
    await()
        .atMost(SOON)
        .until(
            () -> mails.to(recipient).stream().anyMatch(mail -> mail.subject().contains(subject)));
    return mails.to(recipient).stream()
        .filter(mail -> mail.subject().contains(subject))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldTellByMailWhenAnEndpointFailsAndWorksAgain() {
    int[] answer = {403};
    try (MailReceiver mails = MailReceiver.start();
        Receiver receiver =
            new Receiver((exchange, number) -> exchange.sendResponseHeaders(answer[0], -1))) {
      WebhookEndpointView endpoint = endpoint(receiver);
      for (int i = 0; i < 5; i++) {
        realm.publish(tenant, "deal.won");
      }

      Taken failing = awaitMail(mails, address, "fails");

      assertThat(failing.text()).contains(endpoint.id(), "the receiver answered 403");
      assertThat(failing.text()).contains("Disabled at: 20").doesNotContain("key=1");
      assertThat(failing.header("Auto-Submitted")).isEqualTo("auto-generated");
      answer[0] = 200;
      clock.advance(Duration.ofMinutes(5).plusSeconds(1));
      assertThat(awaitMail(mails, address, "works again").text()).contains(endpoint.id());
    }
  }

  @Test
  void shouldTellWhenTheReceiverIsGoneOnceTheMailServerIsBack() {
    try (Receiver receiver = Receiver.answering(410)) {
      WebhookEndpointView endpoint = endpoint(receiver);
      realm.publish(tenant, "deal.won");
      await()
          .atMost(SOON)
          .until(
              () ->
                  realm.in(tenant, () -> endpoints.get(endpoint.id())).state()
                      == EndpointState.DISABLED);
      await().pollDelay(Duration.ofSeconds(3)).atMost(SOON).until(() -> true);
    }
    try (MailReceiver mails = MailReceiver.start()) {
      clock.advance(Duration.ofMinutes(2));

      assertThat(awaitMail(mails, address, "is disabled").text()).contains("\"ENABLE\"");
      assertThat(mails.to(address)).hasSize(1);
    }
  }

  @Test
  void shouldTakeAnAddressAndLetItGo() {
    try (Receiver receiver = Receiver.answering(200)) {
      WebhookEndpointView endpoint = endpoint(receiver);
      assertThat(endpoint.alertEmail()).isEqualTo(address);
      assertThat(endpoint.forEvents().alertEmail()).isNull();

      WebhookEndpointView changed =
          realm.in(
              tenant,
              () ->
                  endpoints
                      .update(TestEndpoints.change(endpoint.id(), Map.of("alertEmail", "")))
                      .view());

      assertThat(changed.alertEmail()).isNull();
      for (String wrong : List.of("kim", "kim@", "a b@c.example")) {
        assertThatThrownBy(
                () ->
                    realm.in(
                        tenant,
                        () ->
                            endpoints.create(
                                TestEndpoints.with(
                                    Map.of("alertEmail", wrong), receiver.url(), "*"))))
            .as(wrong)
            .isInstanceOf(Refusal.Invalid.class)
            .hasMessageContaining("/alertEmail");
      }
    }
  }
}
