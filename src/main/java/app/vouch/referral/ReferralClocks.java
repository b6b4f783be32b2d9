package app.vouch.referral;

import app.vouch.referral.ReferralView.ReferralDue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Until when what should have happened to a referral. */
@Embeddable
class ReferralClocks {
  /** Runs from each acceptance. */
  @Column(name = "first_contact_due_at")
  private @Nullable Instant firstContactDueAt;

  @Column(name = "thank_you_due_at", updatable = false)
  private Instant thankYouDueAt;

  @Column(name = "thanked_at")
  private @Nullable Instant thankedAt;

  /** When the referral expires if nothing happens; null where it does not expire. */
  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  protected ReferralClocks() {}

  ReferralClocks(Instant thankYouDueAt) {
    this.thankYouDueAt = thankYouDueAt;
  }

  void contactBy(Instant due) {
    firstContactDueAt = due;
  }

  void expireAt(@Nullable Instant at) {
    expiresAt = at;
  }

  void thanked(Instant at) {
    thankedAt = thankedAt == null ? at : thankedAt;
  }

  @Nullable Instant thankedAt() {
    return thankedAt;
  }

  /** When the first contact must have been made, while that is still open. */
  @Nullable Instant openFirstContact(ReferralState state) {
    return state == ReferralState.ACCEPTED ? firstContactDueAt : null;
  }

  @Nullable Instant openThankYou() {
    return thankedAt == null ? thankYouDueAt : null;
  }

  boolean expired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** The first moment after {@code seen} at which somebody must look again. */
  @Nullable Instant nextAlarm(ReferralState state, Instant seen) {
    return Stream.of(openFirstContact(state), openThankYou(), expiresAt)
        .filter(due -> due != null && due.isAfter(seen))
        .min(Instant::compareTo)
        .orElse(null);
  }

  ReferralDue view() {
    return new ReferralDue(firstContactDueAt, thankYouDueAt);
  }
}
