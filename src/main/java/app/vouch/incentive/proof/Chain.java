package app.vouch.incentive.proof;

import app.vouch.shared.Sha256;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * How an entry is bound to all that were sealed before it: SHA-256 of the hash before (32 bytes,
 * zeros for the first), the seal's number (8 bytes, big-endian), the entry's id (16 bytes) and the
 * hash of its bytes (32 bytes). Pure.
 */
final class Chain {
  static final int HASH_BYTES = 32;

  /** Before the first seal. */
  static byte[] start() {
    return new byte[HASH_BYTES];
  }

  static byte[] link(byte[] before, long number, UUID entry, byte[] bodyHash) {
    return Sha256.of(
        ByteBuffer.allocate(2 * HASH_BYTES + 3 * Long.BYTES)
            .put(before)
            .putLong(number)
            .putLong(entry.getMostSignificantBits())
            .putLong(entry.getLeastSignificantBits())
            .put(bodyHash)
            .array());
  }

  private Chain() {}
}
