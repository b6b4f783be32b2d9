package app.vouch.incentive;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import app.vouch.shared.IdType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to rewards. */
public sealed interface RewardEvents extends Fact {
  @Override
  RewardView view();

  RewardAction action();

  @Override
  default EventType type() {
    return action().eventType();
  }

  @Override
  default UUID resourceId() {
    return IdType.REWARD.inPath(view().id());
  }

  @Override
  default int version() {
    return view().version();
  }

  /** A program version promised it. */
  record RewardGranted(RewardView view) implements RewardEvents {
    @Override
    public RewardAction action() {
      return RewardAction.GRANT;
    }

    @Override
    public boolean begins() {
      return true;
    }
  }

  /** It changed its state or its amount. */
  record RewardMoved(RewardAction action, RewardView before, RewardView view)
      implements RewardEvents {
    @Override
    public Map<String, List<@Nullable Object>> changes() {
      Map<String, List<@Nullable Object>> changes = new LinkedHashMap<>();
      if (before.state() != view.state()) {
        changes.put("state", List.of(before.state().name(), view.state().name()));
      }
      if (!Objects.equals(before.amount(), view.amount())) {
        changes.put("amount", Arrays.asList(before.amount(), view.amount()));
      }
      if (before.state() == view.state() && !before.reasons().equals(view.reasons())) {
        changes.put("reasons", List.of(before.reasons(), view.reasons()));
      }
      return changes;
    }
  }
}
