package app.vouch.delivery;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import app.vouch.TestRealm;
import app.vouch.platform.event.EventFeed;
import app.vouch.platform.event.EventTypeFilter;
import app.vouch.platform.event.LoggedEvent;
import app.vouch.platform.persistence.Sql;
import app.vouch.platform.retention.Expiring;
import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept for how long. Ids hold the time, so a test makes rows old by other ids. */
@QuarkusTest
class RetentionTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

  @Inject TestRealm realm;
  @Inject WebhookEndpointService endpoints;
  @Inject EndpointHealthService healths;
  @Inject DeliveryService deliveries;
  @Inject EventFeed feed;
  @Inject OldDeliveries oldDeliveries;
  @Inject OldEvents oldEvents;
  @Inject Sql sql;
  @Inject Clock clock;

  private UUID tenant;

  @BeforeEach
  void makeTenant() {
    tenant = realm.make();
  }

  private WebhookEndpointView endpoint(Receiver receiver, int events) {
    WebhookEndpointView endpoint =
        realm.in(tenant, () -> endpoints.create(TestEndpoints.at(receiver.url(), "deal.*")).view());
    for (int i = 0; i < events; i++) {
      realm.publish(tenant, "deal.won");
    }
    return endpoint;
  }

  private List<DeliveryView> all(WebhookEndpointView endpoint) {
    return realm
        .in(tenant, () -> deliveries.list(endpoint.id(), null, PageRequest.parse("50", null)))
        .data();
  }

  private void awaitAll(WebhookEndpointView endpoint, DeliveryState state) {
    await()
        .atMost(SOON)
        .until(() -> all(endpoint).stream().allMatch(delivery -> delivery.state() == state));
  }

  /** Gives ids the time of long ago, and keeps the rest of them. */
  private void makeOld() {
    String old =
        "unhex(concat('%012x', substr(hex(%%1$s), 13)))".formatted(LONG_AGO.toEpochMilli());
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              set("delivery_attempt", "delivery_id", old);
              set("wh_dead", "delivery_id", old);
              set("delivery", "event_id", old);
              set("delivery", "id", old);
              set("event", "id", old);
            });
  }

  private void set(String table, String column, String value) {
    sql.update(
        "update %s set %s = %s where tenant_id = ?"
            .formatted(table, column, value.formatted(column)),
        tenant);
  }

  private long rows(String table) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.list(
                        "select count(*) as n from " + table + " where tenant_id = ?",
                        row -> row.number("n"),
                        tenant)
                    .getFirst());
  }

  private static int sweep(Expiring kind) {
    int removed = 0;
    UUID place = Expiring.START;
    while (true) {
      UUID from = place;
      Expiring.Step step =
          QuarkusTransaction.requiringNew()
              .call(() -> kind.remove(LONG_AGO.plus(Duration.ofDays(1)), from));
      removed += step.removed();
      if (step.last().isEmpty()) {
        return removed;
      }
      place = step.last().get();
    }
  }

  @Test
  void shouldKeepOnlyHowManyDeliveriesThereWere() {
    try (Receiver receiver = Receiver.answering(200)) {
      WebhookEndpointView endpoint = endpoint(receiver, 3);
      awaitAll(endpoint, DeliveryState.DELIVERED);
      await().atMost(SOON).until(() -> rows("delivery_attempt") == 3);
      makeOld();
      realm.publish(tenant, "deal.won");
      awaitAll(endpoint, DeliveryState.DELIVERED);

      assertThat(sweep(oldDeliveries)).isEqualTo(3);

      assertThat(all(endpoint)).hasSize(1);
      assertThat(rows("delivery_attempt")).isEqualTo(1);
      EndpointHealthView health = realm.in(tenant, () -> healths.get(endpoint.id()));
      assertThat(health.removedDelivered()).isEqualTo(3);
      assertThat(health.removedDead()).isZero();
    }
  }

  @Test
  void shouldKeepWhatIsStillToBeSentHoweverOldItIs() {
    try (Receiver receiver = Receiver.answering(500)) {
      WebhookEndpointView endpoint = endpoint(receiver, 1);
      awaitAll(endpoint, DeliveryState.DEAD);
      realm.in(
          tenant,
          () ->
              endpoints.transition(
                  new TransitionWebhookEndpoint(endpoint.id(), EndpointAction.PAUSE, null)));
      realm.publish(tenant, "deal.lost");
      await().atMost(SOON).until(() -> all(endpoint).getFirst().state() == DeliveryState.HELD);
      await().atMost(SOON).until(() -> positioned() == 2);
      makeOld();

      assertThat(sweep(oldDeliveries)).isEqualTo(1);
      assertThat(sweep(oldEvents)).isPositive();

      assertThat(all(endpoint)).extracting(DeliveryView::state).containsExactly(DeliveryState.HELD);
      assertThat(rows("wh_dead")).isZero();
      assertThat(rows("event")).isEqualTo(1);
      assertThat(realm.in(tenant, () -> healths.get(endpoint.id())).removedDead()).isEqualTo(1);
    }
  }

  private int positioned() {
    return events().size();
  }

  private List<LoggedEvent> events() {
    return realm.in(tenant, () -> feed.after(null, EventTypeFilter.EVERYTHING, 10));
  }

  @Test
  void shouldSayWhereTheFeedBeginsToWhoeverComesTooLate() {
    realm.publish(tenant, "deal.won");
    await().atMost(SOON).until(() -> positioned() == 1);
    makeOld();
    String cursor = IdType.EVENT.format(events().getFirst().id());
    realm.publish(tenant, "deal.lost");
    await().atMost(SOON).until(() -> positioned() == 2);
    String oldest = IdType.EVENT.format(events().getLast().id());

    assertThat(sweep(oldEvents)).isPositive();

    Assertions.assertThatThrownBy(
            () -> realm.in(tenant, () -> feed.after(cursor, EventTypeFilter.EVERYTHING, 10)))
        .isInstanceOfSatisfying(
            Refusal.Rule.class,
            refusal -> {
              assertThat(refusal.type()).isEqualTo(ProblemType.CURSOR_EXPIRED);
              assertThat(refusal.facts()).containsEntry("oldest", oldest);
            });
  }

  @Test
  void shouldAnswerAnOldCursorWithGone() {
    String old = IdType.EVENT.format(Uuid7.firstOf(LONG_AGO));
    String young = IdType.EVENT.format(Uuid7.firstOf(clock.instant()));

    api()
        .get("/v1/events?after=" + old)
        .then()
        .statusCode(410)
        .body("code", equalTo("cursor-expired"));
    api()
        .get("/v1/events?after=" + young)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-cursor"));
  }
}
