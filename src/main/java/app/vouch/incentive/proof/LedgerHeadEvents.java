package app.vouch.incentive.proof;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import app.vouch.shared.IdType;
import java.util.UUID;

/** What happens to the heads of the ledger. */
public sealed interface LedgerHeadEvents extends Fact {

  /** A day's head was signed. */
  record LedgerSealed(LedgerHeadView view) implements LedgerHeadEvents {
    @Override
    public EventType type() {
      return EventType.LEDGER_SEALED;
    }

    @Override
    public UUID resourceId() {
      return IdType.LEDGER_HEAD.inPath(view.id());
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public boolean begins() {
      return true;
    }
  }
}
