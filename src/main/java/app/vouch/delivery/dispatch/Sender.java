package app.vouch.delivery.dispatch;

import app.vouch.delivery.DeliverySettings;
import app.vouch.delivery.WebhookEndpointService;
import app.vouch.delivery.WebhookSecrets;
import app.vouch.delivery.outbound.AddressRefused;
import app.vouch.delivery.outbound.OutboundAddresses;
import app.vouch.delivery.outbound.OutboundAnswer;
import app.vouch.delivery.outbound.OutboundClient;
import app.vouch.delivery.outbound.OutboundFailure;
import app.vouch.delivery.outbound.OutboundTarget;
import app.vouch.platform.access.Actor;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes one attempt: vets the address, signs, sends, judges the answer. No transaction is open. */
@ApplicationScoped
class Sender {
  private static final Actor ENGINE = Actor.system("delivery");
  private static final int EXCERPT_BYTES = 20_000;
  private static final int GONE = 410;

  private final WebhookSecrets secrets;
  private final WebhookEndpointService endpoints;
  private final OutboundAddresses addresses;
  private final OutboundClient client;
  private final TenantScope scope;
  private final Duration timeout;
  private final RetrySchedule schedule;
  private final String agent;
  private final Clock clock;

  Sender(
      WebhookSecrets secrets,
      WebhookEndpointService endpoints,
      OutboundAddresses addresses,
      OutboundClient client,
      TenantScope scope,
      DeliverySettings settings,
      @ConfigProperty(name = "quarkus.application.version") String version,
      Clock clock) {
    this.secrets = secrets;
    this.endpoints = endpoints;
    this.addresses = addresses;
    this.client = client;
    this.scope = scope;
    this.timeout = settings.timeout();
    this.schedule =
        new RetrySchedule(settings.schedule(), () -> ThreadLocalRandom.current().nextDouble());
    this.agent = "Vouch/" + version;
    this.clock = clock;
  }

  AttemptResult send(Claim claim) throws InterruptedException {
    Instant startedAt = clock.instant();
    long start = System.nanoTime();
    try {
      OutboundTarget target = addresses.vet(claim.url());
      Map<String, String> headers = headers(claim, startedAt);
      Duration left = timeout.minusNanos(System.nanoTime() - start);
      OutboundAnswer answer = client.post(target, headers, claim.body(), left);
      return judge(claim, answer, startedAt, since(start));
    } catch (AddressRefused e) {
      return failed(claim, startedAt, since(start), e.reason());
    } catch (OutboundFailure e) {
      return failed(claim, startedAt, since(start), e.reason());
    }
  }

  /** An attempt that broke on our side; it is tried again like every other. */
  AttemptResult broken(Claim claim, Instant startedAt, Throwable fault) {
    return failed(
        claim, startedAt, Duration.ZERO, "internal fault: " + fault.getClass().getSimpleName());
  }

  private Map<String, String> headers(Claim claim, Instant now) {
    String id = IdType.EVENT.format(claim.eventId());
    long timestamp = now.getEpochSecond();
    List<SigningKey> keys =
        scope.call(
            claim.lane().tenantId(),
            ENGINE,
            id,
            () ->
                claim.sealedKeys().stream()
                    .map(key -> new SigningKey(key.kind(), secrets.open(key.bytes())))
                    .toList());
    return Map.of(
        "Content-Type",
        "application/json",
        "User-Agent",
        agent,
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(timestamp),
        "webhook-signature",
        Signature.header(keys, id, timestamp, claim.body()));
  }

  private AttemptResult judge(
      Claim claim, OutboundAnswer answer, Instant startedAt, Duration duration) {
    int status = answer.status();
    boolean delivered = status >= 200 && status < 300;
    if (delivered) {
      return new AttemptResult(
          claim,
          startedAt,
          duration,
          status,
          null,
          excerpt(answer),
          Verdict.DELIVERED,
          Duration.ZERO);
    }
    String error = "the receiver answered " + status;
    if (status == GONE) {
      disable(claim);
      return new AttemptResult(
          claim, startedAt, duration, status, error, excerpt(answer), Verdict.GONE, Duration.ZERO);
    }
    Duration wish = RetrySchedule.wish(answer.retryAfter(), clock.instant());
    return later(claim, startedAt, duration, status, error, excerpt(answer), wish);
  }

  /** First of all: should this replica die now, the engine finds the endpoint off. */
  private void disable(Claim claim) {
    Lane lane = claim.lane();
    scope.run(
        lane.tenantId(),
        ENGINE,
        IdType.DELIVERY.format(claim.deliveryId()),
        () -> endpoints.disableGone(lane.endpointId(), claim.url()));
  }

  private AttemptResult failed(Claim claim, Instant startedAt, Duration duration, String error) {
    return later(claim, startedAt, duration, null, error, null, null);
  }

  private AttemptResult later(
      Claim claim,
      Instant startedAt,
      Duration duration,
      @Nullable Integer status,
      String error,
      @Nullable String excerpt,
      @Nullable Duration wish) {
    Optional<Duration> delay = schedule.next(claim.tries() + 1, wish);
    return new AttemptResult(
        claim,
        startedAt,
        duration,
        status,
        error,
        excerpt,
        delay.isPresent() ? Verdict.RETRIED : Verdict.DEAD,
        delay.orElse(Duration.ZERO));
  }

  private static @Nullable String excerpt(OutboundAnswer answer) {
    int length = Math.min(answer.body().length, EXCERPT_BYTES);
    return length == 0 ? null : new String(answer.body(), 0, length, StandardCharsets.UTF_8);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
