package app.vouch.deal;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import app.vouch.shared.ExternalRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to deals. A write publishes created or updated once, then what changed in
 * particular: the stage, the amount, and at last won, lost or re-opened.
 */
public sealed interface DealEvents extends Fact {
  DealMoment moment();

  default DealFacts facts() {
    return moment().facts();
  }

  /** The referral that the CRM names for this deal. */
  default @Nullable UUID declaredReferral() {
    return moment().declaredReferral();
  }

  @Override
  default UUID resourceId() {
    return moment().id();
  }

  @Override
  default int version() {
    return view().version();
  }

  @Override
  default DealView view() {
    return moment().view();
  }

  @Override
  default List<ExternalRef> externalRefs() {
    return view().externalRefs();
  }

  @Override
  default Map<String, List<@Nullable Object>> changes() {
    return moment().changes();
  }

  /** A deal is mirrored for the first time. */
  record DealCreated(DealMoment moment) implements DealEvents {
    @Override
    public EventType type() {
      return EventType.DEAL_CREATED;
    }

    @Override
    public boolean begins() {
      return true;
    }
  }

  /** Anything of a deal changed. */
  record DealUpdated(DealMoment moment) implements DealEvents {
    @Override
    public EventType type() {
      return EventType.DEAL_UPDATED;
    }
  }

  /** The stage or what it means changed, forwards or back. */
  record DealStageChanged(DealMoment moment) implements DealEvents {
    @Override
    public EventType type() {
      return EventType.DEAL_STAGE_CHANGED;
    }
  }

  /** The amount, the first year's amount or the currency changed, in whatever state. */
  record DealAmountChanged(DealMoment moment) implements DealEvents {
    @Override
    public EventType type() {
      return EventType.DEAL_AMOUNT_CHANGED;
    }
  }

  /** The deal was won; its amount may be unknown. */
  record DealWon(DealMoment moment) implements DealEvents {
    @Override
    public EventType type() {
      return EventType.DEAL_WON;
    }
  }

  /** The deal was lost. */
  record DealLost(DealMoment moment) implements DealEvents {
    @Override
    public EventType type() {
      return EventType.DEAL_LOST;
    }
  }

  /**
   * The customer paid an invoice of the deal, or got a payment back.
   *
   * @param payment as it stands after that
   */
  record DealPaymentMoved(EventType type, DealMoment moment, DealPaymentView payment)
      implements DealEvents {
    @Override
    public Map<String, Object> extraData() {
      return Map.of("payment", payment);
    }
  }

  /** A deal that was won or lost no longer is; it may be closed again by the same write. */
  record DealReopened(DealMoment moment) implements DealEvents {
    @Override
    public EventType type() {
      return EventType.DEAL_REOPENED;
    }
  }
}
