package app.vouch.delivery.dispatch;

import app.vouch.delivery.WebhookAuthenticationView;
import app.vouch.delivery.outbound.OutboundAddresses;
import app.vouch.delivery.outbound.OutboundAnswer;
import app.vouch.delivery.outbound.OutboundClient;
import app.vouch.delivery.outbound.OutboundFailure;
import app.vouch.delivery.outbound.OutboundTarget;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2.0 access tokens of the client credentials grant (RFC 6749, sections 2.3.1 and 4.4): asked
 * for once per endpoint and replica, and kept until shortly before they end.
 */
@ApplicationScoped
class AccessTokens {
  private static final Duration EARLIER = Duration.ofSeconds(30);
  private static final Duration USUAL_LIFE = Duration.ofMinutes(5);
  private static final Duration LONGEST_LIFE = Duration.ofHours(12);
  private static final int MOST_LETTERS = 8_000;

  /** Section 5.2: 400, or 401 where the client cannot be authenticated. */
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OutboundAddresses addresses;
  private final OutboundClient client;
  private final Clock clock;
  private final Map<UUID, Slot> slots = new ConcurrentHashMap<>();

  AccessTokens(OutboundAddresses addresses, OutboundClient client, Clock clock) {
    this.addresses = addresses;
    this.client = client;
    this.clock = clock;
  }

  /** What a token was asked for with; another one needs another token. */
  private record Request(WebhookAuthenticationView authentication, String secret) {}

  private record Token(Request request, String text, Instant until) {}

  /** One endpoint's token. Who comes while it is asked for waits for it. */
  private static final class Slot {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Token token;
  }

  /**
   * @throws OutboundFailure when no token came within the limit
   */
  String get(UUID endpoint, WebhookAuthenticationView authentication, String secret, Duration limit)
      throws OutboundFailure, InterruptedException {
    Request request = new Request(authentication, secret);
    Slot slot = slots.computeIfAbsent(endpoint, id -> new Slot());
    long start = System.nanoTime();
    Token known = slot.token;
    if (known != null && isGood(known, request)) {
      return known.text();
    }
    if (!slot.lock.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new OutboundFailure("no access token in time");
    }
    try {
      Token theirs = slot.token;
      if (theirs != null && isGood(theirs, request)) {
        return theirs.text();
      }
      Token asked = ask(request, limit.minusNanos(System.nanoTime() - start));
      slot.token = asked;
      return asked.text();
    } finally {
      slot.lock.unlock();
    }
  }

  /** The next attempt asks for a new one. */
  void forget(UUID endpoint) {
    slots.remove(endpoint);
  }

  private boolean isGood(Token token, Request request) {
    return token.request().equals(request) && token.until().isAfter(clock.instant());
  }

  private Token ask(Request request, Duration limit) throws OutboundFailure, InterruptedException {
    WebhookAuthenticationView authentication = request.authentication();
    OutboundTarget target = addresses.vet(Objects.requireNonNull(authentication.tokenUrl()));
    String credentials =
        encoded(Objects.requireNonNull(authentication.clientId()))
            + ':'
            + encoded(request.secret());
    String form =
        "grant_type=client_credentials"
            + (authentication.scope() == null ? "" : "&scope=" + encoded(authentication.scope()));
    OutboundAnswer answer =
        client.post(
            target,
            Map.of(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "application/json"),
            form.getBytes(StandardCharsets.UTF_8),
            null,
            limit);
    return read(request, answer);
  }

  private Token read(Request request, OutboundAnswer answer) throws OutboundFailure {
    int status = answer.status();
    if (status != 200) {
      throw new OutboundFailure("the token server answered " + status, REFUSALS.contains(status));
    }
    JsonNode body = json(answer.body());
    String text = body.path("access_token").asText("");
    if (!text.matches("[!-~]+") || text.length() > MOST_LETTERS) {
      throw new OutboundFailure("the token server answered 200 without a usable access_token");
    }
    long seconds = body.path("expires_in").asLong(USUAL_LIFE.toSeconds());
    Duration life = Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_LIFE.toSeconds()));
    return new Token(request, text, clock.instant().plus(life).minus(EARLIER));
  }

  private static JsonNode json(byte[] body) throws OutboundFailure {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new OutboundFailure("the token server answered 200 and no JSON");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
