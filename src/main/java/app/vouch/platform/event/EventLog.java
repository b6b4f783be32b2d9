package app.vouch.platform.event;

import app.vouch.platform.access.Mode;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.event.EventBody.Cause;
import app.vouch.platform.event.EventBody.Resource;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appends what a command published, in the command's own transaction. */
@ApplicationScoped
public class EventLog {
  private final UnitOfWork unit;
  private final RequestContext request;
  private final EntityManager entities;
  private final Event<AppendedEvents> appended;
  private final ObjectMapper json;
  private final Uuid7 ids;
  private final Clock clock;

  EventLog(
      UnitOfWork unit,
      RequestContext request,
      EntityManager entities,
      Event<AppendedEvents> appended,
      ObjectMapper json,
      Uuid7 ids,
      Clock clock) {
    this.unit = unit;
    this.request = request;
    this.entities = entities;
    this.appended = appended;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** Called once, when the command is done: heads are locked last, in the order of their ids. */
  public void append() {
    List<Fact> facts = unit.facts();
    if (facts.isEmpty()) {
      return;
    }
    Map<UUID, EventHead> heads = lockHeads(facts);
    Instant now = clock.instant();
    List<AppendedEvent> events = new ArrayList<>(facts.size());
    String cause = null;
    for (Fact fact : facts) {
      UUID id = ids.next();
      long sequence = Objects.requireNonNull(heads.get(fact.resourceId())).next();
      byte[] body = bytes(body(id, sequence, now, fact, cause));
      entities.persist(
          new StoredEvent(
              id,
              fact.type().text(),
              fact.resourceType().resourceName(),
              fact.resourceId(),
              sequence,
              now,
              body));
      events.add(new AppendedEvent(id, fact, sequence, body));
      cause = cause == null ? IdType.EVENT.format(id) : cause;
    }
    appended.fire(new AppendedEvents(List.copyOf(events)));
  }

  private Map<UUID, EventHead> lockHeads(List<Fact> facts) {
    Map<UUID, EventHead> heads = new TreeMap<>();
    TreeSet<UUID> known = new TreeSet<>();
    for (Fact fact : facts) {
      if (isNew(fact, facts)) {
        heads.putIfAbsent(fact.resourceId(), new EventHead(fact.resourceId()));
      } else {
        known.add(fact.resourceId());
      }
    }
    heads.values().forEach(entities::persist);
    for (UUID id : known) {
      EventHead head = entities.find(EventHead.class, id, LockModeType.PESSIMISTIC_WRITE);
      if (head == null) {
        head = new EventHead(id);
        entities.persist(head);
      }
      heads.put(id, head);
    }
    return heads;
  }

  private static boolean isNew(Fact fact, List<Fact> facts) {
    return facts.stream().anyMatch(f -> f.resourceId().equals(fact.resourceId()) && f.begins());
  }

  private EventBody body(UUID id, long sequence, Instant now, Fact fact, @Nullable String cause) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(fact.resourceType().resourceName(), fact.view());
    data.putAll(fact.extraData());
    return new EventBody(
        IdType.EVENT.format(id),
        fact.type().text(),
        now,
        EventBody.API_VERSION,
        request.mode() == Mode.LIVE,
        IdType.TENANT.format(request.tenantId()),
        sequence,
        new Resource(
            fact.resourceType().resourceName(),
            fact.resourceType().format(fact.resourceId()),
            fact.version(),
            fact.externalRefs()),
        data,
        fact.changes(),
        new Cause(request.requestId(), cause, request.actor()),
        null);
  }

  private byte[] bytes(EventBody body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the view of " + body.type() + " cannot be written as JSON", e);
    }
  }
}
