package app.vouch.platform.page;

import app.vouch.shared.Sha256;
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
    return Sha256.of(text);
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "token";
  }
}
