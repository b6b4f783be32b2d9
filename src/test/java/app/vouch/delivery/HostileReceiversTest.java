package app.vouch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestRealm;
import app.vouch.shared.PageRequest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Receivers that answer as no server should, all at once beside a healthy one: each attempt ends in
 * time, reads little, and says what happened.
 */
@QuarkusTest
@Tag("once")
@Timeout(180)
class HostileReceiversTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int EVENTS = 20;
  private static final long TEN_GIGABYTES = 10_000_000_000L;

  /** What the client, the kernel and its buffers take before the sender hears of the end. */
  private static final long MOST_TAKEN = 64_000_000;

  @Inject TestRealm realm;
  @Inject WebhookEndpointService endpoints;
  @Inject DeliveryService deliveries;
  @Inject DeliverySettings settings;

  private final Map<String, HostileReceiver> hostile = new LinkedHashMap<>();
  private UUID tenant;

  @BeforeEach
  void begin() {
    tenant = realm.make();
    hostile.put("silent", new HostileReceiver(true, (receiver, out) -> Thread.sleep(SOON)));
    hostile.put("slow", new HostileReceiver(true, HostileReceiversTest::oneByteASecond));
    hostile.put("endless", new HostileReceiver(true, HostileReceiversTest::tenGigabytes));
    hostile.put("header", new HostileReceiver(true, HostileReceiversTest::endlessHeader));
    hostile.put(
        "garbage", new HostileReceiver(true, (receiver, out) -> receiver.write(out, "no HTTP")));
    hostile.put(
        "redirect",
        new HostileReceiver(
            true,
            (receiver, out) ->
                receiver.write(
                    out,
                    "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest\r\nContent-Length: 0\r\n\r\n")));
    hostile.put(
        "tls", new HostileReceiver(false, (receiver, out) -> receiver.write(out, "HTTP/1.1 200")));
  }

  @AfterEach
  void end() {
    hostile.values().forEach(HostileReceiver::close);
  }

  @Test
  void shouldBoundEachAndLetNoneDisturbAHealthyOne() {
    try (Receiver healthy = Receiver.answering(200);
        Receiver polite =
            new Receiver(
                (exchange, number) -> {
                  byte[] page = "<h1>Something went wrong</h1>".getBytes();
                  exchange.sendResponseHeaders(200, page.length);
                  exchange.getResponseBody().write(page);
                })) {
      Map<String, String> ids = new LinkedHashMap<>();
      hostile.forEach((name, one) -> ids.put(name, endpoint(one.url(scheme(name)))));
      String good = endpoint(healthy.url());
      String page = endpoint(polite.url());

      for (int i = 0; i < EVENTS; i++) {
        realm.publish(tenant, "deal.won");
      }

      await().atMost(SOON).until(() -> delivered(good) == EVENTS && delivered(page) == EVENTS);
      assertThat(attempt(page).responseExcerpt()).contains("Something went wrong");

      expect(ids, "silent", null, "no complete answer in time");
      expect(ids, "slow", null, "no complete answer in time");
      expect(ids, "endless", 500, "the receiver answered 500");
      expect(ids, "header", null, "TooLongHttpHeaderException");
      expect(ids, "garbage", null, "");
      expect(ids, "redirect", 302, "the receiver answered 302");
      expect(ids, "tls", null, "NotSslRecordException");

      assertThat(attempt(ids.get("endless")).responseExcerpt()).hasSize(20_000);
      for (String name : List.of("endless", "header")) {
        HostileReceiver receiver = hostile.get(name);
        assertThat(receiver.written() / receiver.connections()).as(name).isLessThan(MOST_TAKEN);
      }
    }
  }

  private void expect(Map<String, String> ids, String name, Integer status, String error) {
    await().atMost(SOON).until(() -> !attempts(ids.get(name)).isEmpty());
    DeliveryAttemptView attempt = attempt(ids.get(name));
    assertThat(attempt.status()).as(name).isEqualTo(status);
    assertThat(attempt.error()).as(name).isNotBlank().contains(error);
    assertThat(Duration.ofMillis(attempt.durationMillis()))
        .as(name)
        .isLessThan(settings.timeout().plusSeconds(5));
  }

  private static String scheme(String name) {
    return name.equals("tls") ? "https" : "http";
  }

  private static void oneByteASecond(HostileReceiver receiver, OutputStream out) throws Exception {
    receiver.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
    for (int i = 0; i < 1_000; i++) {
      receiver.write(out, ".");
      Thread.sleep(1_000);
    }
  }

  private static void tenGigabytes(HostileReceiver receiver, OutputStream out) throws Exception {
    receiver.write(out, "HTTP/1.1 500 Oh\r\nContent-Length: %d\r\n\r\n".formatted(TEN_GIGABYTES));
    byte[] piece = "x".repeat(100_000).getBytes();
    for (long sent = 0; sent < TEN_GIGABYTES; sent += piece.length) {
      receiver.write(out, piece);
    }
  }

  private static void endlessHeader(HostileReceiver receiver, OutputStream out) throws Exception {
    receiver.write(out, "HTTP/1.1 200 OK\r\nX-Long: ");
    String piece = "x".repeat(100_000);
    for (long sent = 0; sent < TEN_GIGABYTES; sent += piece.length()) {
      receiver.write(out, piece);
    }
  }

  private String endpoint(String url) {
    return realm.in(tenant, () -> endpoints.create(TestEndpoints.at(url, "*")).view()).id();
  }

  private long delivered(String endpoint) {
    return page(endpoint, DeliveryState.DELIVERED).size();
  }

  private List<DeliveryView> page(String endpoint, DeliveryState state) {
    return realm
        .in(tenant, () -> deliveries.list(endpoint, state, PageRequest.parse("100", null)))
        .data();
  }

  private DeliveryAttemptView attempt(String endpoint) {
    return attempts(endpoint).getFirst();
  }

  private List<DeliveryAttemptView> attempts(String endpoint) {
    return page(endpoint, null).stream()
        .flatMap(
            delivery ->
                realm
                    .in(
                        tenant,
                        () -> deliveries.attempts(delivery.id(), PageRequest.parse(null, null)))
                    .data()
                    .stream())
        .toList();
  }
}
