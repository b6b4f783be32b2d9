package app.vouch.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A secret that was just made, as its endpoint's owner gets it.
 *
 * @param secret {@code whsec_…}, shown once; null where only the public key leaves the house
 * @param publicKey {@code whpk_…}; null for a shared secret
 */
record MadeSecret(SignatureKind kind, @Nullable String secret, @Nullable String publicKey) {}
