package app.vouch.introduction;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other contexts need to know of an introduction.
 *
 * @param referralId null until the connector agrees, where it was not asked for with a referral
 */
public record IntroductionFacts(
    UUID id, @Nullable UUID referralId, UUID connectorPersonId, UUID prospectPersonId) {

  /** Of an introduction that was agreed to: by then there is one. */
  public UUID referral() {
    return Objects.requireNonNull(referralId, "an introduction without a referral was made");
  }
}
