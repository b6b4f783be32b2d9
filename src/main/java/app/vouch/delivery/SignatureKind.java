package app.vouch.delivery;

/** How deliveries are signed, in the words of the Standard Webhooks specification. */
public enum SignatureKind {
  /** HMAC-SHA256, with a secret that both sides keep. */
  V1,
  /** Ed25519: the receiver verifies with a public key and has nothing to keep. */
  V1A
}
