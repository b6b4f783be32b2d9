package app.vouch.platform.key;

import app.vouch.platform.access.Mode;
import app.vouch.shared.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** The text of an API key: {@code vk_live_} or {@code vk_test_} and 64 hexadecimal digits. */
record ApiKeySecret(String text) {
  private static final int RANDOM_BYTES = 32;
  private static final int SHOWN_DIGITS = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  static ApiKeySecret make(Mode mode) {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return new ApiKeySecret(start(mode) + HexFormat.of().formatHex(random));
  }

  static boolean looksLikeOne(String text) {
    return text.startsWith("vk_");
  }

  static String start(Mode mode) {
    return "vk_" + mode.name().toLowerCase(Locale.ROOT) + "_";
  }

  Mode mode() {
    return text.startsWith(start(Mode.TEST)) ? Mode.TEST : Mode.LIVE;
  }

  String prefix() {
    return text.substring(0, Math.min(text.length(), start(mode()).length() + SHOWN_DIGITS));
  }

  byte[] hash() {
    return Sha256.of(text);
  }

  @Override
  public String toString() {
    return prefix() + "…";
  }
}
