package app.vouch.attribution;

/**
 * What is frozen: the inputs as they were hashed, and what followed.
 *
 * @param hash SHA-256 of the input bytes
 */
record FrozenBytes(AttributionInputs inputs, byte[] inputBytes, byte[] hash, byte[] outcomeBytes) {}
