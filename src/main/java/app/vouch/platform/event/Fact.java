package app.vouch.platform.event;

import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a resource. Contexts publish records of their own that implement this;
 * contexts to the right observe those records, the log keeps what stands here.
 */
public interface Fact {
  EventType type();

  default IdType resourceType() {
    return type().data().resource();
  }

  UUID resourceId();

  /** The resource's version after the change. */
  int version();

  /** The public view at that version: no notes of parties, no tokens. */
  Object view();

  /** Whether the resource begins with this fact. */
  default boolean begins() {
    return false;
  }

  default List<ExternalRef> externalRefs() {
    return List.of();
  }

  /** Field → [before, after]. */
  default Map<String, List<@Nullable Object>> changes() {
    return Map.of();
  }

  /** Further members of the event's {@code data}, such as a notice's message. */
  default Map<String, Object> extraData() {
    return Map.of();
  }
}
