package app.vouch.directory;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.UUID;

/**
 * What was kept of a person is being removed.
 *
 * @param externalRefs under which names other systems knew them, so that these can do the same
 */
record PersonErased(PersonView view, List<ExternalRef> externalRefs) implements Fact {
  @Override
  public EventType type() {
    return EventType.PERSON_ERASED;
  }

  @Override
  public UUID resourceId() {
    return IdType.PERSON.inPath(view.id());
  }

  @Override
  public int version() {
    return view.version();
  }
}
