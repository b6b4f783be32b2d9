package app.vouch.delivery.dispatch;

import app.vouch.delivery.WebhookAuthenticationView;
import app.vouch.delivery.outbound.ClientIdentity;
import app.vouch.delivery.outbound.OutboundFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Makes what a receiver wants to see, of an endpoint's authentication and its secret. */
@ApplicationScoped
class Proofs {
  private final AccessTokens tokens;

  Proofs(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * @param secret empty where the authentication has none
   * @param limit for asking a token server
   * @throws OutboundFailure when the token server gives no token
   */
  Proof of(UUID endpoint, WebhookAuthenticationView authentication, String secret, Duration limit)
      throws OutboundFailure, InterruptedException {
    return switch (authentication.kind()) {
      case NONE -> Proof.NONE;
      case HEADER ->
          new Proof(Map.of(Objects.requireNonNull(authentication.headerName()), secret), null);
      case OAUTH2 ->
          new Proof(
              Map.of(
                  "Authorization", "Bearer " + tokens.get(endpoint, authentication, secret, limit)),
              null);
      case MTLS ->
          new Proof(
              Map.of(),
              new ClientIdentity(Objects.requireNonNull(authentication.certificate()), secret));
    };
  }

  /** The receiver refused what we showed. */
  void refused(UUID endpoint) {
    tokens.forget(endpoint);
  }
}
