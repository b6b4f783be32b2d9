package app.vouch.incentive;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to payouts. */
public sealed interface PayoutEvents extends Fact {
  @Override
  PayoutView view();

  PayoutAction action();

  @Override
  default EventType type() {
    return action().eventType();
  }

  @Override
  default UUID resourceId() {
    return IdType.PAYOUT.inPath(view().id());
  }

  @Override
  default int version() {
    return view().version();
  }

  /** Rewards were put together to be paid. */
  record PayoutCreated(PayoutView view) implements PayoutEvents {
    @Override
    public PayoutAction action() {
      return PayoutAction.CREATE;
    }

    @Override
    public boolean begins() {
      return true;
    }
  }

  /** It changed its state. */
  record PayoutMoved(PayoutAction action, PayoutState from, PayoutView view)
      implements PayoutEvents {
    @Override
    public Map<String, List<@Nullable Object>> changes() {
      return Map.of("state", List.of(from.name(), view.state().name()));
    }
  }
}
