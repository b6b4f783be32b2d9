package app.vouch.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestRealm;
import app.vouch.delivery.Band;
import app.vouch.delivery.DeliveryService;
import app.vouch.delivery.DeliveryState;
import app.vouch.delivery.DeliveryView;
import app.vouch.delivery.TestEndpoints;
import app.vouch.delivery.WebhookEndpointService;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Uuid7;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a delivery when the replica that sends it dies, or was thought dead. */
@QuarkusTest
class LeaseTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject TestRealm realm;
  @Inject WebhookEndpointService endpoints;
  @Inject DeliveryService deliveries;
  @Inject Completions completions;
  @Inject Sql sql;
  @Inject Uuid7 ids;
  @Inject Clock clock;

  private final AtomicInteger arrived = new AtomicInteger();
  private HttpServer receiver;
  private UUID tenant;
  private String endpoint;
  private UUID delivery;

  @BeforeEach
  void deliverOne() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          arrived.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    receiver.start();
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
    tenant = realm.make();
    endpoint = realm.in(tenant, () -> endpoints.create(TestEndpoints.at(url, "*"))).view().id();
    realm.publish(tenant, "deal.won");
    await()
        .atMost(SOON)
        .until(() -> page().stream().anyMatch(d -> d.state() == DeliveryState.DELIVERED));
    delivery = IdType.DELIVERY.inPath(page().getFirst().id());
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void shouldSendAgainWhenTheReplicaThatWasSendingDied() {
    claimForSomebodyElse(-1);

    await().atMost(SOON).until(() -> arrived.get() == 2);
    await().atMost(SOON).until(() -> page().getFirst().state() == DeliveryState.DELIVERED);
    assertThat(rows("wh_sending")).isZero();
  }

  @Test
  void shouldMoveNothingWhenTheLeaseBelongsToSomebodyElse() {
    claimForSomebodyElse(60);

    completions.record(List.of(failed()));

    assertThat(page().getFirst().state()).isEqualTo(DeliveryState.SENDING);
    assertThat(rows("wh_sending")).isEqualTo(1);
    assertThat(rows("wh_dead")).isZero();
    assertThat(rows("delivery_attempt")).isEqualTo(2);
  }

  @Test
  void shouldRecordAnAttemptOnceWhenTheAnswerToThatGotLost() {
    AttemptResult result = failed();
    completions.record(List.of(result));

    completions.record(List.of(result));

    assertThat(rows("delivery_attempt")).isEqualTo(2);
  }

  @Test
  void shouldKeepTheBeginningOfALongError() {
    String error = "the host %s is at 10.0.0.1".formatted("long.".repeat(100));

    assertThat(failed(error).error()).hasSizeLessThanOrEqualTo(300).startsWith("the host long.");
  }

  /** By a claim that is not the present one. */
  private AttemptResult failed() {
    return failed("the receiver answered 500");
  }

  private AttemptResult failed(String error) {
    Claim old =
        new Claim(
            new Lane(IdType.WEBHOOK_ENDPOINT.inPath(endpoint), tenant),
            "",
            Band.FIRST,
            false,
            delivery,
            ids.next(),
            ids.next(),
            0,
            1,
            new byte[0],
            Profile.USUAL);
    return new AttemptResult(
        ids.next(),
        old,
        clock.instant(),
        Duration.ZERO,
        500,
        error,
        null,
        false,
        null,
        Verdict.DEAD,
        Duration.ZERO);
  }

  private void claimForSomebodyElse(int leaseSeconds) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              sql.update("update delivery set state = 'SENDING' where id = ?", delivery);
              sql.update(
                  """
                  insert into wh_sending (delivery_id, tenant_id, endpoint_id, claim_id, lease_until)
                  values (?, ?, ?, ?, date_add(utc_timestamp(6), interval ? second))""",
                  delivery,
                  tenant,
                  IdType.WEBHOOK_ENDPOINT.inPath(endpoint),
                  ids.next(),
                  leaseSeconds);
            });
  }

  private long rows(String table) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.list(
                        "select count(*) as n from " + table + " where delivery_id = ?",
                        row -> row.number("n"),
                        delivery)
                    .getFirst());
  }

  private List<DeliveryView> page() {
    return realm
        .in(tenant, () -> deliveries.list(endpoint, null, PageRequest.parse(null, null)))
        .data();
  }
}
