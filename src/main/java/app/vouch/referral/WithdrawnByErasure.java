package app.vouch.referral;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nobody follows a referral of somebody who is erased. */
@ApplicationScoped
class WithdrawnByErasure implements Erasing {
  private final ReferralRepository referrals;
  private final ReferralService service;

  WithdrawnByErasure(ReferralRepository referrals, ReferralService service) {
    this.referrals = referrals;
    this.service = service;
  }

  @Override
  public String what() {
    return "open referrals";
  }

  @Override
  public Stage stage() {
    return Stage.STOP;
  }

  @Override
  public Step erase(Erased person, @Nullable String place) {
    List<UUID> open = referrals.withdrawableOf(person.personId());
    open.forEach(id -> service.advance(id, ReferralAction.WITHDRAW));
    return Step.last(open.size());
  }
}
