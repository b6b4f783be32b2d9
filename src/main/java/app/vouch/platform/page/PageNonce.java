package app.vouch.platform.page;

import app.vouch.platform.tenant.TenantKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The code in a page's form: when the page was made, and a keyed hash of that time, the link and
 * the words on the page. Any replica can check it, and nothing is stored.
 */
@ApplicationScoped
public class PageNonce {
  private static final Duration LIFE = Duration.ofHours(2);

  /** Nobody reads and answers faster than this; programs do. */
  private static final Duration READING_TIME = Duration.ofSeconds(2);

  /** What a code that came back is worth. */
  public enum Verdict {
    GOOD,
    /** Good, but sent sooner than anybody reads. */
    EARLY,
    /** Absent, forged, too old, or of a page with other words. */
    BAD
  }

  private final TenantKeys keys;
  private final Clock clock;

  PageNonce(TenantKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * @param words hash of what the page says
   */
  public String make(byte[] tokenHash, byte[] words) {
    long now = clock.instant().toEpochMilli();
    return now + "." + code(tokenHash, words, now);
  }

  public Verdict check(@Nullable String nonce, byte[] tokenHash, byte[] words) {
    if (nonce == null || !nonce.matches("[0-9]{13}\\.[A-Za-z0-9_-]{43}")) {
      return Verdict.BAD;
    }
    int dot = nonce.indexOf('.');
    long made = Long.parseLong(nonce.substring(0, dot));
    String expected = code(tokenHash, words, made);
    if (!MessageDigest.isEqual(ascii(expected), ascii(nonce.substring(dot + 1)))) {
      return Verdict.BAD;
    }
    Duration age = Duration.between(Instant.ofEpochMilli(made), clock.instant());
    if (age.isNegative() || age.compareTo(LIFE) > 0) {
      return Verdict.BAD;
    }
    return age.compareTo(READING_TIME) < 0 ? Verdict.EARLY : Verdict.GOOD;
  }

  private String code(byte[] tokenHash, byte[] words, long made) {
    byte[] content =
        ByteBuffer.allocate(tokenHash.length + words.length + Long.BYTES)
            .put(tokenHash)
            .put(words)
            .putLong(made)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.nonce(content));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
