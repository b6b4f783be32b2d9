package app.vouch.delivery;

import app.vouch.platform.work.Versioned;
import app.vouch.platform.work.WithSecret;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook endpoint as its tenant sees it.
 *
 * @param eventTypes {@code referral.won}, {@code referral.*} or {@code *}
 * @param eventFilter which events of the types; null where all are wanted
 * @param signature how deliveries are signed
 * @param publicKey {@code whpk_} and the base64 of the Ed25519 key that verifies {@code V1A}
 *     signatures; null for {@code V1}
 * @param ordered whether a resource's events come one after another, in their order
 * @param concurrency how many attempts it takes at once
 * @param maxPerMinute how many attempts it takes in a minute; null where there is no limit
 * @param apiVersion of the events' format
 * @param payload what deliveries hold
 * @param headers that go with every delivery
 * @param retrySchedule the delay before each attempt, the first included; empty where the service's
 *     own is used
 * @param authentication what the receiver wants to see, without its secret
 * @param alertEmail who is told by mail when it fails, is disabled for that, or works again
 * @param secret for verifying signatures, in the answer that makes it and never again
 * @param secretWithheld true where a repeated call would have shown the secret again
 */
@Schema(name = "WebhookEndpoint")
@Name("WebhookEndpoint")
public record WebhookEndpointView(
    @Id @NonNull String id,
    @NonNull String url,
    @Nullable String description,
    @NonNull List<@NonNull String> eventTypes,
    @Nullable EventFilter eventFilter,
    @NonNull SignatureKind signature,
    @Nullable String publicKey,
    @NonNull EndpointState state,
    @Nullable DisabledReason disabledReason,
    boolean ordered,
    int concurrency,
    @Nullable Integer maxPerMinute,
    @NonNull String apiVersion,
    @NonNull WebhookPayload payload,
    @NonNull List<@NonNull WebhookHeader> headers,
    @NonNull List<@NonNull String> retrySchedule,
    @NonNull WebhookAuthenticationView authentication,
    @Nullable String alertEmail,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt,
    @Nullable String secret,
    boolean secretWithheld)
    implements Versioned, WithSecret<WebhookEndpointView> {

  @Override
  public WebhookEndpointView withheld() {
    return with(null, secret != null);
  }

  WebhookEndpointView showing(@Nullable String shown) {
    return with(shown, false);
  }

  /**
   * For events, which other endpoints get: paths, queries and headers of receivers often hold
   * tokens.
   */
  WebhookEndpointView forEvents() {
    return with(
        url.replaceFirst("^(https?://[^/?#]+).*$", "$1/"),
        List.of(),
        WebhookAuthenticationView.of(authentication.kind()),
        null,
        null,
        false);
  }

  private WebhookEndpointView with(@Nullable String shown, boolean hidden) {
    return with(url, headers, authentication, alertEmail, shown, hidden);
  }

  private WebhookEndpointView with(
      String address,
      List<WebhookHeader> named,
      WebhookAuthenticationView proof,
      @Nullable String alerted,
      @Nullable String shown,
      boolean hidden) {
    return new WebhookEndpointView(
        id,
        address,
        description,
        eventTypes,
        eventFilter,
        signature,
        publicKey,
        state,
        disabledReason,
        ordered,
        concurrency,
        maxPerMinute,
        apiVersion,
        payload,
        named,
        retrySchedule,
        proof,
        alerted,
        version,
        createdAt,
        updatedAt,
        shown,
        hidden);
  }
}
