package app.vouch.platform.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret part of a link: 256 random bits in 43 characters. */
public record TokenSecret(String text) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static TokenSecret make() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return new TokenSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** SHA-256: all that is kept of it. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "token";
  }
}
