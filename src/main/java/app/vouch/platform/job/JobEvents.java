package app.vouch.platform.job;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to jobs. */
public sealed interface JobEvents extends Fact {
  @Override
  JobView view();

  @Override
  default UUID resourceId() {
    return IdType.JOB.inPath(view().id());
  }

  @Override
  default int version() {
    return view().version();
  }

  /** It will not go on by itself: it is finished, failed or cancelled. */
  record JobFinished(JobState from, JobView view) implements JobEvents {
    @Override
    public EventType type() {
      return EventType.JOB_FINISHED;
    }

    @Override
    public Map<String, List<@Nullable Object>> changes() {
      return Map.of("state", List.of(from.name(), view.state().name()));
    }
  }
}
