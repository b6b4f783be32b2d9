package app.vouch.program;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to referrers. */
public sealed interface ReferrerEvents extends Fact {
  @Override
  ReferrerView view();

  @Override
  default UUID resourceId() {
    return IdType.REFERRER.inPath(view().id());
  }

  @Override
  default int version() {
    return view().version();
  }

  @Override
  default List<ExternalRef> externalRefs() {
    return view().externalRefs();
  }

  /** Somebody was enrolled. */
  record ReferrerEnrolled(ReferrerView view) implements ReferrerEvents {
    @Override
    public EventType type() {
      return EventType.REFERRER_ENROLLED;
    }

    @Override
    public boolean begins() {
      return true;
    }
  }

  /** A referrer was paused, resumed or removed. */
  record ReferrerMoved(ReferrerView view, ReferrerState from, ReferrerAction action)
      implements ReferrerEvents {
    @Override
    public EventType type() {
      return switch (action) {
        case ENROL -> EventType.REFERRER_ENROLLED;
        case PAUSE -> EventType.REFERRER_PAUSED;
        case RESUME -> EventType.REFERRER_RESUMED;
        case REMOVE -> EventType.REFERRER_REMOVED;
      };
    }

    @Override
    public Map<String, List<@Nullable Object>> changes() {
      return Map.of("state", List.of(from.name(), view.state().name()));
    }
  }

  /** A referrer accepted the program's terms. */
  record TermsAccepted(ReferrerView view, String termsVersion) implements ReferrerEvents {
    @Override
    public EventType type() {
      return EventType.REFERRER_TERMS_ACCEPTED;
    }

    @Override
    public Map<String, List<@Nullable Object>> changes() {
      return Map.of("termsVersion", Arrays.asList(null, termsVersion));
    }
  }
}
