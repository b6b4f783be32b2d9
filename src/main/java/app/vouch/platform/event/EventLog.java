package app.vouch.platform.event;

import app.vouch.platform.access.Mode;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.event.EventBody.Cause;
import app.vouch.platform.event.EventBody.Resource;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appends what a command published, in the command's own transaction. */
@ApplicationScoped
public class EventLog {
  private static final String INSERT =
      "insert into event (id, tenant_id, type, resource_type, resource_id, sequence, recorded_at,"
          + " body) values";

  private final UnitOfWork unit;
  private final RequestContext request;
  private final EventHeads heads;
  private final Sql sql;
  private final Event<AppendedEvents> appended;
  private final ObjectMapper json;
  private final Uuid7 ids;
  private final Clock clock;

  EventLog(
      UnitOfWork unit,
      RequestContext request,
      EventHeads heads,
      Sql sql,
      Event<AppendedEvents> appended,
      ObjectMapper json,
      Uuid7 ids,
      Clock clock) {
    this.unit = unit;
    this.request = request;
    this.heads = heads;
    this.sql = sql;
    this.appended = appended;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** Called once, when the command is done: heads are locked last. */
  public void append() {
    List<Fact> facts = unit.facts();
    if (facts.isEmpty()) {
      return;
    }
    Map<UUID, Long> sequences = heads.lock(knownResources(facts));
    Instant now = clock.instant();
    List<AppendedEvent> events = new ArrayList<>(facts.size());
    List<List<Object>> rows = new ArrayList<>(facts.size());
    String cause = null;
    for (Fact fact : facts) {
      UUID id = ids.next();
      long sequence = sequences.merge(fact.resourceId(), 1L, Long::sum);
      byte[] body = bytes(body(id, sequence, now, fact, cause));
      events.add(new AppendedEvent(id, fact, sequence, body));
      rows.add(
          List.of(
              id,
              request.tenantId(),
              fact.type().text(),
              fact.resourceType().resourceName(),
              fact.resourceId(),
              sequence,
              now,
              body));
      cause = cause == null ? IdType.EVENT.format(id) : cause;
    }
    heads.store(sequences);
    sql.insert(INSERT, "(?, ?, ?, ?, ?, ?, ?, ?)", rows);
    appended.fire(new AppendedEvents(List.copyOf(events)));
  }

  private static Set<UUID> knownResources(List<Fact> facts) {
    Set<UUID> known = new HashSet<>();
    facts.forEach(fact -> known.add(fact.resourceId()));
    facts.stream().filter(Fact::begins).forEach(fact -> known.remove(fact.resourceId()));
    return known;
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
