package app.vouch.referral;

import app.vouch.deal.DealFacts;
import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import app.vouch.shared.ExternalRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to referrals. */
public sealed interface ReferralEvents extends Fact {
  @Override
  ReferralView view();

  ReferralFacts facts();

  @Override
  default UUID resourceId() {
    return facts().id();
  }

  @Override
  default int version() {
    return view().version();
  }

  @Override
  default List<ExternalRef> externalRefs() {
    return view().externalRefs();
  }

  /** It was received; the view shows what was decided at once. */
  record ReferralCaptured(ReferralView view, ReferralFacts facts) implements ReferralEvents {
    @Override
    public EventType type() {
      return ReferralAction.CAPTURE.eventType();
    }

    @Override
    public boolean begins() {
      return true;
    }
  }

  /** It changed its state. */
  record ReferralMoved(
      EventType type,
      ReferralState from,
      ReferralAction action,
      ReferralState to,
      ReferralView view,
      ReferralFacts facts)
      implements ReferralEvents {
    @Override
    public Map<String, List<@Nullable Object>> changes() {
      Map<String, List<@Nullable Object>> changes = new LinkedHashMap<>();
      changes.put("state", List.of(from.name(), to.name()));
      return changes;
    }
  }

  /**
   * Something is due, or overdue.
   *
   * @param type such as {@code referral.first_contact_overdue}
   */
  record ReferralNotice(EventType type, ReferralView view, ReferralFacts facts)
      implements ReferralEvents {}

  /** For contexts to the right only: the log has no such event. */
  record ReferralLinkedToDeal(ReferralFacts facts, DealFacts dealFacts) {}

  /** For contexts to the right only: a person said that the deal did not come of the referral. */
  record ReferralUnlinkedFromDeal(ReferralFacts facts, DealFacts dealFacts) {}
}
