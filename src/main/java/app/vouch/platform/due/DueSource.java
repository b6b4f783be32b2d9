package app.vouch.platform.due;

import java.util.List;
import java.util.Set;

/** A context that knows what is due; it reads its own rows, so that nothing is kept twice. */
public interface DueSource {
  Set<DueKind> kinds();

  /** The rows of one kind in that range, by due time and resource; at most as many as it says. */
  List<Due> due(DueKind kind, DueRange range);
}
