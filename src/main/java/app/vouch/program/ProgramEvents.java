package app.vouch.program;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to programs. */
public sealed interface ProgramEvents extends Fact {
  @Override
  ProgramView view();

  @Override
  default UUID resourceId() {
    return IdType.PROGRAM.inPath(view().id());
  }

  @Override
  default int version() {
    return view().version();
  }

  /** A version of the program was published; it may take effect later. */
  record ProgramPublished(ProgramView view, ProgramVersionView programVersion)
      implements ProgramEvents {
    @Override
    public EventType type() {
      return EventType.PROGRAM_PUBLISHED;
    }

    @Override
    public Map<String, Object> extraData() {
      return Map.of("programVersion", programVersion);
    }
  }

  /** The program takes no new referrals any more. */
  record ProgramArchived(ProgramView view) implements ProgramEvents {
    @Override
    public EventType type() {
      return EventType.PROGRAM_ARCHIVED;
    }

    @Override
    public Map<String, List<@Nullable Object>> changes() {
      return Map.of("state", List.of(ProgramState.ACTIVE.name(), ProgramState.ARCHIVED.name()));
    }
  }
}
