package app.vouch.platform.event;

import app.vouch.platform.persistence.Reads;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Texts;
import app.vouch.shared.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log. The feed shows only events that have a position, in its order, so nothing ever
 * appears before a cursor that was given out.
 */
@ApplicationScoped
public class EventFeed {
  private final EntityManager entities;
  private final Sql sql;
  private final EventRetention retention;

  EventFeed(EntityManager entities, Sql sql, EventRetention retention) {
    this.entities = entities;
    this.sql = sql;
    this.retention = retention;
  }

  /**
   * The events that follow one, the oldest first.
   *
   * @param after TypeID of the last event that the reader has; null from the beginning
   * @throws Refusal.Invalid {@code unknown-cursor} when the tenant has no such event
   * @throws Refusal.Rule {@code cursor-expired} when it is older than the log
   */
  @Reads
  public List<LoggedEvent> after(@Nullable String after, EventTypeFilter filter, int limit) {
    Long position = after == null ? Long.valueOf(0) : position(after);
    if (position == null) {
      return List.of();
    }
    TypedQuery<StoredEvent> query =
        filter.wantsEverything()
            ? query("")
            : query("and type in :types").setParameter("types", filter.types());
    return query.setParameter("position", position).setMaxResults(limit).getResultList().stream()
        .map(event -> new LoggedEvent(event.id(), event.body()))
        .toList();
  }

  /**
   * The events of a time, in the order of the feed, for jobs.
   *
   * @param position of the last one that was seen; 0 from the beginning
   * @param from null from the beginning
   * @param to before this time; null up to now
   */
  @Reads
  public List<RecordedEvent> between(
      long position,
      @Nullable Instant from,
      @Nullable Instant to,
      EventTypeFilter filter,
      int limit) {
    String types = filter.wantsEverything() ? "" : " and type in :types";
    TypedQuery<StoredEvent> query =
        query("and recordedAt >= :from and recordedAt < :to" + types)
            .setParameter("position", position)
            .setParameter("from", from == null ? Times.FIRST : from)
            .setParameter("to", to == null ? Times.END : to);
    if (!filter.wantsEverything()) {
      query.setParameter("types", filter.types());
    }
    return query.setMaxResults(limit).getResultList().stream().map(StoredEvent::recorded).toList();
  }

  /** Where the log of all tenants ends now; what gets its position later stands behind it. */
  public long end() {
    return sql.list(
            "select last_position from event_sequencer where id = 1",
            row -> row.number("last_position"))
        .getFirst();
  }

  /**
   * Where an event stands, or the log's end when it has no position yet.
   *
   * @throws Refusal.Invalid {@code unknown-cursor} when the tenant has no such event
   * @throws Refusal.Rule {@code cursor-expired} when it is older than the log
   */
  @Reads
  public long placeOf(String event) {
    Long position = position(event);
    return position == null ? end() : position;
  }

  /**
   * What was recorded behind a position.
   *
   * @param resource what the events are about; null for everything
   */
  @Reads
  public FollowedEvents following(
      long position, EventTypeFilter filter, @Nullable UUID resource, int limit) {
    long end = end();
    StringBuilder condition = new StringBuilder();
    if (!filter.wantsEverything()) {
      condition.append(" and type in :types");
    }
    if (resource != null) {
      condition.append(" and resourceId = :resource");
    }
    TypedQuery<StoredEvent> query =
        query(condition.toString()).setParameter("position", position).setMaxResults(limit);
    if (!filter.wantsEverything()) {
      query.setParameter("types", filter.types());
    }
    if (resource != null) {
      query.setParameter("resource", resource);
    }
    List<RecordedEvent> found = query.getResultList().stream().map(StoredEvent::recorded).toList();
    long last = found.isEmpty() ? position : found.getLast().position();
    return new FollowedEvents(
        found.stream().map(event -> new LoggedEvent(event.id(), event.body())).toList(),
        found.size() < limit ? Math.max(end, last) : last);
  }

  private TypedQuery<StoredEvent> query(String condition) {
    return entities.createQuery(
        "from StoredEvent where position > :position " + condition + " order by position",
        StoredEvent.class);
  }

  /** Null when the event has no position yet: then nothing with a position follows it. */
  private @Nullable Long position(String after) {
    Optional<UUID> id = IdType.EVENT.parse(after);
    StoredEvent event = id.map(one -> entities.find(StoredEvent.class, one)).orElse(null);
    if (event == null && id.filter(retention::isOver).isPresent()) {
      throw expired(after);
    }
    if (event == null) {
      throw new Refusal.Invalid(
          "/after",
          "unknown-cursor",
          "is \"%s\"; it must be the id of an event".formatted(Texts.excerpt(after)));
    }
    return event.position();
  }

  private Refusal.Rule expired(String after) {
    String oldest =
        query("").setParameter("position", 0L).setMaxResults(1).getResultList().stream()
            .findFirst()
            .map(event -> IdType.EVENT.format(event.id()))
            .orElse("");
    return new Refusal.Rule(
        ProblemType.CURSOR_EXPIRED,
        "events are kept for %s, and %s is older; begin again without after, at the oldest event%s"
            .formatted(retention.keep(), after, oldest.isEmpty() ? "" : ' ' + oldest),
        oldest.isEmpty() ? Map.of() : Map.of("oldest", oldest));
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such event
   */
  @Reads
  public LoggedEvent get(String id) {
    StoredEvent event = entities.find(StoredEvent.class, IdType.EVENT.inPath(id));
    if (event == null) {
      throw new Refusal.NotFound(IdType.EVENT, id);
    }
    return new LoggedEvent(event.id(), event.body());
  }

  /** Bodies by id, for those who deliver them; across tenants, inside their transaction. */
  public Map<UUID, byte[]> bodies(Collection<UUID> ids) {
    Map<UUID, byte[]> bodies = new HashMap<>();
    if (!ids.isEmpty()) {
      sql.list(
          "select id, body from event where id in (?)",
          row -> bodies.put(row.id("id"), row.bytes("body")),
          ids);
    }
    return bodies;
  }
}
