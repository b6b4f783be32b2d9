package app.vouch.platform.journal;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.access.Scope;
import app.vouch.shared.Cursor;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps each step of every state machine, and reads them as a timeline. */
@ApplicationScoped
public class Journal {
  private final EntityManager entities;
  private final RequestContext request;
  private final Uuid7 ids;
  private final Clock clock;
  private final Event<Step> recorded;

  Journal(
      EntityManager entities,
      RequestContext request,
      Uuid7 ids,
      Clock clock,
      Event<Step> recorded) {
    this.entities = entities;
    this.request = request;
    this.ids = ids;
    this.clock = clock;
    this.recorded = recorded;
  }

  public void record(Step step) {
    entities.persist(new JournalRow(ids.next(), step, request.actor(), clock.instant()));
    recorded.fire(step);
  }

  /**
   * Whether the resource's last step was this action into this state: then repeating it answers the
   * present state.
   */
  public boolean lastWas(UUID resourceId, Enum<?> action, Enum<?> state) {
    return entities
        .createQuery("from JournalRow where resourceId = :id order by id desc", JournalRow.class)
        .setParameter("id", resourceId)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .anyMatch(row -> row.is(action, state));
  }

  /** The newest step first. Notes need the scope {@code introductions:read-private}. */
  public Page<JournalEntryView> timeline(UUID resourceId, PageRequest page) {
    List<JournalRow> rows =
        entities
            .createQuery(
                "from JournalRow where resourceId = :id and id < :after order by id desc",
                JournalRow.class)
            .setParameter("id", resourceId)
            .setParameter("after", page.after().id())
            .setMaxResults(page.limit() + 1)
            .getResultList();
    boolean withNotes = request.hasScope(Scope.INTRODUCTIONS_READ_PRIVATE);
    return Page.of(
        rows,
        page.limit(),
        row -> new Cursor(row.id()),
        kept -> kept.stream().map(row -> row.view(withNotes)).toList());
  }

  /** Of many resources, in one query; the newest step first. */
  public Map<UUID, List<JournalEntryView>> timelines(Collection<UUID> resourceIds) {
    boolean withNotes = request.hasScope(Scope.INTRODUCTIONS_READ_PRIVATE);
    return resourceIds.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "from JournalRow where resourceId in :ids order by id desc", JournalRow.class)
            .setParameter("ids", resourceIds)
            .getResultList()
            .stream()
            .collect(
                Collectors.groupingBy(
                    JournalRow::resourceId,
                    Collectors.mapping(row -> row.view(withNotes), Collectors.toList())));
  }
}
