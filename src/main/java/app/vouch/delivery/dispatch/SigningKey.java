package app.vouch.delivery.dispatch;

import app.vouch.delivery.SignatureKind;

/**
 * A key to sign with.
 *
 * @param bytes the secret, or an Ed25519 private key in PKCS #8; sealed until it is used
 */
record SigningKey(SignatureKind kind, byte[] bytes) {}
