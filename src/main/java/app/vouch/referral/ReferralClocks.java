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
  /**
   * Runs from each acceptance; while an introduction is on its way, from when both parties agree.
   */
  @Column(name = "first_contact_due_at")
  private @Nullable Instant firstContactDueAt;

  @Column(name = "thank_you_due_at", updatable = false)
  private Instant thankYouDueAt;

  @Column(name = "thanked_at")
  private @Nullable Instant thankedAt;

  /**
   * When the prospect must have been told that their data are kept; null where none are, and once
   * they were contacted.
   */
  @Column(name = "privacy_notice_due_at")
  private @Nullable Instant privacyNoticeDueAt;

  @Column(name = "privacy_noticed_at")
  private @Nullable Instant privacyNoticedAt;

  /** When the referral expires if nothing happens; null where it does not expire. */
  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  protected ReferralClocks() {}

  ReferralClocks(Instant thankYouDueAt, @Nullable Instant privacyNoticeDueAt) {
    this.thankYouDueAt = thankYouDueAt;
    this.privacyNoticeDueAt = privacyNoticeDueAt;
  }

  void contactBy(@Nullable Instant due) {
    firstContactDueAt = due;
  }

  boolean awaitsContact() {
    return firstContactDueAt != null;
  }

  void expireAt(@Nullable Instant at) {
    expiresAt = at;
  }

  void thanked(Instant at) {
    thankedAt = thankedAt == null ? at : thankedAt;
  }

  /** A contact tells the prospect whose data are kept and from whom they came. */
  void contacted() {
    privacyNoticeDueAt = null;
  }

  void noticeGiven(Instant at) {
    privacyNoticedAt = privacyNoticedAt == null ? at : privacyNoticedAt;
  }

  @Nullable Instant privacyNoticedAt() {
    return privacyNoticedAt;
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

  @Nullable Instant openPrivacyNotice() {
    return privacyNoticedAt == null ? privacyNoticeDueAt : null;
  }

  boolean expired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** The first moment after {@code seen} at which somebody must look again. */
  @Nullable Instant nextAlarm(ReferralState state, Instant seen) {
    return Stream.of(openFirstContact(state), openThankYou(), openPrivacyNotice(), expiresAt)
        .filter(due -> due != null && due.isAfter(seen))
        .min(Instant::compareTo)
        .orElse(null);
  }

  ReferralDue view() {
    return new ReferralDue(firstContactDueAt, thankYouDueAt, privacyNoticeDueAt);
  }
}
