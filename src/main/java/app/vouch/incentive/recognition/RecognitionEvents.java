package app.vouch.incentive.recognition;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import app.vouch.program.ReferrerView;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a referrer's recognition. */
public sealed interface RecognitionEvents extends Fact {

  /** Another tier was reached, or one was left. */
  record TierChanged(ReferrerView view, RecognitionView recognition, int from)
      implements RecognitionEvents {
    @Override
    public EventType type() {
      return EventType.REFERRER_TIER_CHANGED;
    }

    @Override
    public UUID resourceId() {
      return IdType.REFERRER.inPath(view.id());
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
    public Map<String, List<@Nullable Object>> changes() {
      return Map.of("tier", List.of(from, recognition.tier()));
    }

    @Override
    public Map<String, Object> extraData() {
      return Map.of("recognition", recognition);
    }
  }
}
