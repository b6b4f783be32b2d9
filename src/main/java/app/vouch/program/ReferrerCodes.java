package app.vouch.program;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Locale;

/** Codes that people read to each other: capitals and digits that do not look alike. */
@ApplicationScoped
class ReferrerCodes {
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;

  private final SecureRandom random = new SecureRandom();

  /** 39 random bits; two that are equal meet in a unique key, and the call runs again. */
  String next() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  static String normalise(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }
}
