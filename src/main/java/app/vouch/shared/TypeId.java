package app.vouch.shared;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The text form of an id: prefix, underscore, 26 characters of lower-case Crockford base32.
 *
 * <p>Source: the TypeID specification, version 0.3.
 */
final class TypeId {
  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int SUFFIX_LENGTH = 26;
  private static final byte[] VALUES = values();

  static String format(String prefix, UUID id) {
    char[] suffix = new char[SUFFIX_LENGTH];
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits();
    for (int i = SUFFIX_LENGTH - 1; i >= 0; i--) {
      suffix[i] = ALPHABET[(int) (low & 31)];
      low = low >>> 5 | high << 59;
      high >>>= 5;
    }
    return prefix + '_' + new String(suffix);
  }

  static Optional<UUID> parse(String prefix, String text) {
    int start = prefix.length() + 1;
    if (text.length() != start + SUFFIX_LENGTH
        || !text.startsWith(prefix)
        || text.charAt(start - 1) != '_'
        || text.charAt(start) > '7') {
      return Optional.empty();
    }
    long high = 0;
    long low = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = c < VALUES.length ? VALUES[c] : -1;
      if (value < 0) {
        return Optional.empty();
      }
      high = high << 5 | low >>> 59;
      low = low << 5 | value;
    }
    return Optional.of(new UUID(high, low));
  }

  private static byte[] values() {
    byte[] values = new byte['z' + 1];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length; i++) {
      values[ALPHABET[i]] = (byte) i;
    }
    return values;
  }

  private TypeId() {}
}
