package app.vouch.platform.event;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import app.vouch.platform.erasure.PersonalJson;
import app.vouch.platform.persistence.Sql;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes what the log tells of a person. The events stay, with their places and ids; those that
 * were changed say when, and are delivered as they are now.
 */
@ApplicationScoped
class ErasedEvents implements Erasing {
  private static final int AT_ONCE = 500;

  private final Sql sql;
  private final PersonalJson json;
  private final Event<EventsErased> erased;

  ErasedEvents(Sql sql, PersonalJson json, Event<EventsErased> erased) {
    this.sql = sql;
    this.json = json;
    this.erased = erased;
  }

  private record Stored(UUID id, byte[] body, @Nullable Long position) {}

  @Override
  public String what() {
    return "events";
  }

  @Override
  public Stage stage() {
    return Stage.TRACES;
  }

  /** Those that have no place yet come first: the place that they get meanwhile is a later one. */
  @Override
  public Step erase(Erased person, @Nullable String place) {
    List<Stored> unplaced = list("position is null limit ?", person, AT_ONCE);
    List<Stored> page =
        list(
            "position > ? order by position limit ?",
            person,
            place == null ? 0L : Long.parseLong(place),
            AT_ONCE);
    List<UUID> changed = new ArrayList<>();
    for (Stored event : Stream.concat(unplaced.stream(), page.stream()).toList()) {
      json.without(event.body(), person)
          .ifPresent(
              body -> {
                store(event, body, person);
                changed.add(event.id());
              });
    }
    if (!changed.isEmpty()) {
      erased.fire(new EventsErased(person.tenantId(), changed));
    }
    boolean more = page.size() == AT_ONCE || unplaced.size() == AT_ONCE;
    return new Step(changed.size(), more ? next(page, place) : null);
  }

  private static String next(List<Stored> page, @Nullable String place) {
    return page.isEmpty() ? place == null ? "0" : place : String.valueOf(page.getLast().position());
  }

  private List<Stored> list(String which, Erased person, Object... parameters) {
    return sql.list(
        "select id, body, position from event where tenant_id = ? and " + which,
        row -> new Stored(row.id("id"), row.bytes("body"), row.numberOrNull("position")),
        Stream.concat(Stream.of(person.tenantId()), Arrays.stream(parameters)).toArray());
  }

  private void store(Stored event, ObjectNode body, Erased person) {
    body.put("erasedAt", person.at().toString());
    sql.update(
        "update event set body = ?, erased_at = ? where id = ?",
        json.bytes(body),
        person.at(),
        event.id());
  }
}
