package app.vouch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestRealm;
import app.vouch.platform.job.JobService;
import app.vouch.platform.job.JobState;
import app.vouch.platform.job.JobView;
import app.vouch.shared.PageRequest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is sent again as a job, what a filter lets through, and how receivers verify it. */
@QuarkusTest
@Timeout(180)
class ReplayTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject TestRealm realm;
  @Inject WebhookEndpointService endpoints;
  @Inject DeliveryReplayService replays;
  @Inject DeliveryService deliveries;
  @Inject JobService jobs;
  @Inject Clock clock;

  private final AtomicInteger answer = new AtomicInteger(200);
  private UUID tenant;

  @BeforeEach
  void makeTenant() {
    tenant = realm.make();
  }

  private Receiver receiver() {
    return new Receiver((exchange, number) -> exchange.sendResponseHeaders(answer.get(), -1));
  }

  private WebhookEndpointView endpoint(Receiver receiver, Map<String, ?> options) {
    return realm.in(
        tenant,
        () -> endpoints.create(TestEndpoints.with(options, receiver.url(), "deal.*")).view());
  }

  private JobView replay(
      WebhookEndpointView endpoint,
      ReplayScope scope,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable List<String> types) {
    JobView job =
        realm.in(
            tenant,
            () ->
                replays
                    .begin(new ReplayDeliveries(endpoint.id(), scope, from, to, types, null))
                    .view());
    await().atMost(SOON).until(() -> read(job).state() == JobState.FINISHED);
    return read(job);
  }

  private JobView read(JobView job) {
    return realm.in(tenant, () -> jobs.get(job.id()));
  }

  private List<DeliveryView> all(WebhookEndpointView endpoint) {
    return realm
        .in(tenant, () -> deliveries.list(endpoint.id(), null, PageRequest.parse("200", null)))
        .data();
  }

  private void awaitAll(WebhookEndpointView endpoint, int number, DeliveryState state) {
    await()
        .atMost(SOON)
        .until(
            () ->
                all(endpoint).size() == number
                    && all(endpoint).stream().allMatch(d -> d.state() == state));
  }

  private static Set<String> ids(Receiver receiver) {
    return receiver.requests().stream()
        .map(r -> r.header("webhook-id"))
        .collect(Collectors.toSet());
  }

  @Test
  void shouldSendWhatWasGivenUpAgain() {
    answer.set(500);
    try (Receiver receiver = receiver()) {
      WebhookEndpointView endpoint = endpoint(receiver, Map.of());
      realm.publish(tenant, "deal.won", "deal.lost", "deal.reopened");
      awaitAll(endpoint, 3, DeliveryState.DEAD);
      answer.set(200);

      assertThat(replay(endpoint, ReplayScope.FAILED, null, null, List.of("deal.won")).done())
          .isEqualTo(1);
      assertThat(replay(endpoint, ReplayScope.FAILED, null, null, null).done()).isEqualTo(2);

      awaitAll(endpoint, 3, DeliveryState.DELIVERED);
      assertThat(replay(endpoint, ReplayScope.FAILED, null, null, null).done()).isZero();
    }
  }

  /** More than one piece of the job. */
  @Test
  void shouldSendWhatHappenedBeforeTheEndpointWasMade() {
    for (int i = 0; i < 41; i++) {
      realm.publish(
          tenant, "deal.won", "deal.lost", "deal.won", "deal.lost", "program.archived", "deal.won");
    }
    try (Receiver receiver = receiver()) {
      WebhookEndpointView endpoint = endpoint(receiver, Map.of());

      assertThat(replay(endpoint, ReplayScope.MISSING, null, null, null).done()).isEqualTo(205);

      await().atMost(SOON).until(() -> ids(receiver).size() == 205);
      replay(endpoint, ReplayScope.MISSING, null, null, null);
      realm.publish(tenant, "deal.won");
      await().atMost(SOON).until(() -> ids(receiver).size() == 206);
      assertThat(receiver.requests()).hasSize(206);
    }
  }

  @Test
  void shouldSendOnlyWhatIsOfTheTime() throws Exception {
    try (Receiver receiver = receiver()) {
      WebhookEndpointView endpoint = endpoint(receiver, Map.of());
      realm.publish(tenant, "deal.won");
      awaitAll(endpoint, 1, DeliveryState.DELIVERED);
      Thread.sleep(20);
      Instant between = clock.instant();
      realm.publish(tenant, "deal.lost");
      awaitAll(endpoint, 2, DeliveryState.DELIVERED);
      String first = all(endpoint).getLast().eventId();

      assertThat(replay(endpoint, ReplayScope.ALL, null, between, null).done()).isEqualTo(1);

      await().atMost(SOON).until(() -> receiver.requests().size() == 3);
      assertThat(receiver.requests().getLast().header("webhook-id")).isEqualTo(first);
      assertThat(replay(endpoint, ReplayScope.ALL, null, null, null).done()).isEqualTo(2);
      await().atMost(SOON).until(() -> receiver.requests().size() == 5);
    }
  }

  @Test
  void shouldSendOnlyWhatTheFilterLetsThrough() {
    EventFilter filter =
        new EventFilter(
            List.of(
                new EventAlternative(
                    List.of(
                        new EventCondition("type", EventOperator.IN, List.of("deal.won"), null),
                        new EventCondition(
                            "data.organization.name",
                            EventOperator.STARTS_WITH,
                            List.of("Ünïted"),
                            null))),
                new EventAlternative(
                    List.of(
                        new EventCondition(
                            "sequence", EventOperator.GREATER_THAN, List.of("4"), null)))));
    try (Receiver receiver = receiver()) {
      WebhookEndpointView endpoint = endpoint(receiver, Map.of("eventFilter", filter));
      assertThat(endpoint.eventFilter()).isEqualTo(filter);

      realm.publish(
          tenant, "deal.lost", "deal.won", "deal.lost", "deal.lost", "deal.reopened", "deal.lost");

      awaitAll(endpoint, 3, DeliveryState.DELIVERED);
      assertThat(all(endpoint))
          .extracting(DeliveryView::eventType)
          .containsExactlyInAnyOrder("deal.won", "deal.reopened", "deal.lost");
      assertThat(replay(endpoint, ReplayScope.MISSING, null, null, null).done()).isEqualTo(3);
    }
  }

  @Test
  void shouldSignSoThatThePublicKeyVerifies() throws Exception {
    try (Receiver receiver = receiver()) {
      WebhookEndpointView endpoint = endpoint(receiver, Map.of("signature", "V1A"));
      assertThat(endpoint.secret()).isNull();

      realm.publish(tenant, "deal.won");
      awaitAll(endpoint, 1, DeliveryState.DELIVERED);

      Receiver.Request request = receiver.requests().getFirst();
      String signed =
          request.header("webhook-id")
              + '.'
              + request.header("webhook-timestamp")
              + '.'
              + request.body();
      String[] signature = request.header("webhook-signature").split(",", -1);
      assertThat(signature[0]).isEqualTo("v1a");
      assertThat(verifies(endpoint.publicKey(), signed, signature[1])).isTrue();
      assertThat(verifies(endpoint.publicKey(), signed + "x", signature[1])).isFalse();
    }
  }

  private static boolean verifies(String publicKey, String signed, String signature)
      throws Exception {
    assertThat(publicKey).startsWith("whpk_");
    byte[] key = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
    byte[] x509 =
        HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(key));
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
    verifier.update(signed.getBytes(StandardCharsets.UTF_8));
    return verifier.verify(Base64.getDecoder().decode(signature));
  }
}
