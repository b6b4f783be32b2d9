package app.vouch.platform.feed;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.EventType.EventKind;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A type of event.
 *
 * @param type such as {@code referral.won}
 * @param noun the part before the dot: {@code referral.*} asks for all of them
 * @param description what an event of this type tells
 */
@Schema(name = "EventType")
@Name("EventType")
public record EventTypeView(
    @NonNull String type,
    @NonNull String noun,
    @NonNull EventKind kind,
    @NonNull String description) {

  static List<EventTypeView> all() {
    return Arrays.stream(EventType.values())
        .map(type -> new EventTypeView(type.text(), type.noun(), type.kind(), type.meaning()))
        .toList();
  }
}
