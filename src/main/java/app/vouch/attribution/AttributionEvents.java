package app.vouch.attribution;

import app.vouch.platform.event.Fact;
import app.vouch.shared.IdType;
import java.util.UUID;

/** What happens to attributions. */
public sealed interface AttributionEvents extends Fact {
  AttributionFacts facts();

  @Override
  default IdType resourceType() {
    return IdType.ATTRIBUTION;
  }

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
    public String type() {
      return "attribution.computed";
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
    public String type() {
      return "attribution.revised";
    }
  }
}
