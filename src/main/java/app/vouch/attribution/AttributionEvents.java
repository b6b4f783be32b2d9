package app.vouch.attribution;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import java.util.UUID;

/** What happens to attributions. */
public sealed interface AttributionEvents extends Fact {
  AttributionFacts facts();

  @Override
  default UUID resourceId() {
    return facts().attributionId();
  }

  @Override
  default int version() {
    return facts().version();
  }

  @Override
  AttributionView view();

  /** A deal has credits for the first time. */
  record AttributionComputed(AttributionFacts facts, AttributionView view)
      implements AttributionEvents {
    @Override
    public EventType type() {
      return EventType.ATTRIBUTION_COMPUTED;
    }

    @Override
    public boolean begins() {
      return true;
    }
  }

  /** The credits of a deal are others now; these replace all earlier ones. */
  record AttributionRevised(AttributionFacts facts, AttributionView view)
      implements AttributionEvents {
    @Override
    public EventType type() {
      return EventType.ATTRIBUTION_REVISED;
    }
  }
}
