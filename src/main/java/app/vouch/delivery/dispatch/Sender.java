package app.vouch.delivery.dispatch;

import app.vouch.delivery.DeliverySettings;
import app.vouch.delivery.EndpointOptions;
import app.vouch.delivery.RequestHeaders;
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
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes one attempt: vets the address, signs, sends, judges the answer. No transaction is open. */
@ApplicationScoped
class Sender {
  private static final Actor ENGINE = Actor.system("delivery");
  private static final int EXCERPT_BYTES = 20_000;
  private static final int GONE = 410;
  private static final Set<Integer> REFUSALS = Set.of(401, 403);

  private final WebhookSecrets secrets;
  private final WebhookEndpointService endpoints;
  private final Proofs proofs;
  private final Rendering rendering;
  private final OutboundAddresses addresses;
  private final OutboundClient client;
  private final TenantScope scope;
  private final Duration timeout;
  private final DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
  private final RetrySchedule schedule;
  private final String agent;
  private final Uuid7 ids;
  private final Clock clock;

  Sender(
      WebhookSecrets secrets,
      WebhookEndpointService endpoints,
      Proofs proofs,
      Rendering rendering,
      OutboundAddresses addresses,
      OutboundClient client,
      TenantScope scope,
      DeliverySettings settings,
      @ConfigProperty(name = "quarkus.application.version") String version,
      Uuid7 ids,
      Clock clock) {
    this.secrets = secrets;
    this.endpoints = endpoints;
    this.proofs = proofs;
    this.rendering = rendering;
    this.addresses = addresses;
    this.client = client;
    this.scope = scope;
    this.timeout = settings.timeout();
    this.schedule = new RetrySchedule(settings.schedule(), random);
    this.agent = "Vouch/" + version;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * An attempt that is under way.
   *
   * @param headers what was sent, without secrets; null while nothing was
   */
  private record Begun(Claim claim, Instant at, long nanos, @Nullable String headers) {
    static Begun of(Claim claim, Instant now) {
      return new Begun(claim, now, System.nanoTime(), null);
    }

    Begun sent(Map<String, String> all, Set<String> secret) {
      return new Begun(claim, at, nanos, RequestHeaders.toJson(all, secret));
    }

    Duration taken() {
      return Duration.ofNanos(System.nanoTime() - nanos);
    }
  }

  AttemptResult send(Claim claim) throws InterruptedException {
    Begun begun = Begun.of(claim, clock.instant());
    try {
      OutboundTarget target = addresses.vet(claim.url());
      Opened opened = open(claim);
      EndpointOptions options = claim.profile().options();
      Proof proof =
          proofs.of(
              claim.lane().endpointId(),
              options.authentication(),
              opened.credential(),
              left(begun));
      Rendered rendered = rendering.of(claim.body(), options.payload());
      Map<String, String> headers = headers(claim, rendered, begun.at(), opened.keys());
      headers.putAll(proof.headers());
      begun = begun.sent(headers, proof.headers().keySet());
      OutboundAnswer answer =
          client.post(target, headers, rendered.body(), proof.identity(), left(begun));
      return judge(begun, answer);
    } catch (AddressRefused e) {
      return failed(begun, e.reason(), false);
    } catch (OutboundFailure e) {
      return failed(begun, e.reason(), e.isOfCredentials());
    }
  }

  private Duration left(Begun begun) {
    return timeout.minus(begun.taken());
  }

  /** An attempt that broke on our side; it is tried again like every other. */
  AttemptResult broken(Claim claim, Instant startedAt, Throwable fault) {
    return failed(
        Begun.of(claim, startedAt), "internal fault: " + fault.getClass().getSimpleName(), false);
  }

  /** What was sealed. */
  private record Opened(List<SigningKey> keys, String credential) {}

  private Opened open(Claim claim) {
    Profile profile = claim.profile();
    byte[] credential = profile.sealedCredential();
    return scope.call(
        claim.lane().tenantId(),
        ENGINE,
        IdType.EVENT.format(claim.eventId()),
        () ->
            new Opened(
                profile.sealedKeys().stream()
                    .map(key -> new SigningKey(key.kind(), secrets.open(key.bytes())))
                    .toList(),
                credential == null
                    ? ""
                    : new String(secrets.open(credential), StandardCharsets.UTF_8)));
  }

  private Map<String, String> headers(
      Claim claim, Rendered rendered, Instant now, List<SigningKey> keys) {
    String id = IdType.EVENT.format(claim.eventId());
    long timestamp = now.getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    claim.profile().options().headers().forEach(h -> headers.put(h.name(), h.value()));
    headers.putAll(rendered.headers());
    headers.put("User-Agent", agent);
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(timestamp));
    headers.put("webhook-signature", Signature.header(keys, id, timestamp, rendered.body()));
    return headers;
  }

  private AttemptResult judge(Begun begun, OutboundAnswer answer) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return over(begun, status, null, excerpt(answer), false, Verdict.DELIVERED, Duration.ZERO);
    }
    Claim claim = begun.claim();
    String error = "the receiver answered " + status;
    if (status == GONE) {
      disable(claim);
      return over(begun, status, error, excerpt(answer), false, Verdict.GONE, Duration.ZERO);
    }
    boolean refused = REFUSALS.contains(status);
    if (refused) {
      proofs.refused(claim.lane().endpointId());
    }
    Duration wish = RetrySchedule.wish(answer.retryAfter(), clock.instant());
    return later(begun, status, error, excerpt(answer), refused, wish);
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

  private AttemptResult failed(Begun begun, String error, boolean refused) {
    return later(begun, null, error, null, refused, null);
  }

  private AttemptResult later(
      Begun begun,
      @Nullable Integer status,
      String error,
      @Nullable String excerpt,
      boolean refused,
      @Nullable Duration wish) {
    Optional<Duration> delay = schedule(begun.claim()).next(begun.claim().tries() + 1, wish);
    return over(
        begun,
        status,
        error,
        excerpt,
        refused,
        delay.isPresent() ? Verdict.RETRIED : Verdict.DEAD,
        delay.orElse(Duration.ZERO));
  }

  private RetrySchedule schedule(Claim claim) {
    List<Duration> own = claim.profile().options().schedule();
    return own.isEmpty() ? schedule : new RetrySchedule(own, random);
  }

  private AttemptResult over(
      Begun begun,
      @Nullable Integer status,
      @Nullable String error,
      @Nullable String excerpt,
      boolean refused,
      Verdict verdict,
      Duration delay) {
    return new AttemptResult(
        ids.next(),
        begun.claim(),
        begun.at(),
        begun.taken(),
        status,
        error,
        excerpt,
        refused,
        begun.headers(),
        verdict,
        delay);
  }

  private static @Nullable String excerpt(OutboundAnswer answer) {
    int length = Math.min(answer.body().length, EXCERPT_BYTES);
    return length == 0 ? null : new String(answer.body(), 0, length, StandardCharsets.UTF_8);
  }
}
