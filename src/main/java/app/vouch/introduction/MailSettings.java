package app.vouch.introduction;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** How mails are sent; the same on every replica. */
@ConfigMapping(prefix = "vouch.mail")
interface MailSettings {
  /** For each answer of the mail server. */
  Duration timeout();

  /** How long a replica owns what it sends. */
  Duration lease();

  /** How often to look for due mails while there are none. */
  Duration polling();

  /** The pauses before further attempts; the last one repeats. */
  List<Duration> retries();

  /**
   * @param attempts how many were made
   */
  default Duration pauseAfter(int attempts) {
    List<Duration> pauses = retries();
    return pauses.get(Math.min(Math.max(attempts, 1), pauses.size()) - 1);
  }
}
