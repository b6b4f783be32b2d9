package app.vouch.delivery;

/** How Vouch proves to a receiver who it is, beside the signature. */
public enum AuthenticationKind {
  NONE,
  /** A header with a secret value, such as {@code Authorization} or {@code X-Api-Key}. */
  HEADER,
  /** An OAuth 2.0 access token of the client credentials grant (RFC 6749, section 4.4). */
  OAUTH2,
  /** A client certificate in the TLS handshake. */
  MTLS
}
