package app.vouch.introduction;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralView;
import app.vouch.shared.ExternalRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody should tell the referrer what has become of the referral. */
record ReferrerUpdateDue(ReferralView view, ReferralFacts facts, MessageNotice message)
    implements Fact {
  @Override
  public EventType type() {
    return EventType.REFERRAL_REFERRER_UPDATE_DUE;
  }

  @Override
  public UUID resourceId() {
    return facts.id();
  }

  @Override
  public int version() {
    return view.version();
  }

  @Override
  public List<ExternalRef> externalRefs() {
    return view.externalRefs();
  }

  @Override
  public Map<String, Object> extraData() {
    return Map.of("message", message);
  }
}
