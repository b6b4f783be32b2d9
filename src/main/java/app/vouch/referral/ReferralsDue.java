package app.vouch.referral;

import app.vouch.platform.due.Due;
import app.vouch.platform.due.DueKind;
import app.vouch.platform.due.DueRange;
import app.vouch.platform.due.DueSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Which referrals wait for somebody, and until when. */
@ApplicationScoped
class ReferralsDue implements DueSource {
  private final ReferralRepository referrals;

  ReferralsDue(ReferralRepository referrals) {
    this.referrals = referrals;
  }

  @Override
  public Set<DueKind> kinds() {
    return Set.of(DueKind.REVIEW, DueKind.FIRST_CONTACT, DueKind.THANK_YOU, DueKind.PRIVACY_NOTICE);
  }

  @Override
  public List<Due> due(DueKind kind, DueRange range) {
    return switch (kind) {
      case REVIEW -> referrals.due("r.state = SUBMITTED", "r.clocks.expiresAt", range);
      case FIRST_CONTACT ->
          referrals.due("r.state = ACCEPTED", "r.clocks.firstContactDueAt", range);
      case THANK_YOU ->
          referrals.due("r.clocks.thankedAt is null", "r.clocks.thankYouDueAt", range);
      case PRIVACY_NOTICE ->
          referrals.due("r.clocks.privacyNoticedAt is null", "r.clocks.privacyNoticeDueAt", range);
      case CONNECTOR_ANSWER, PROSPECT_ANSWER, INTRODUCE -> List.of();
    };
  }
}
