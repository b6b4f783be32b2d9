package app.vouch.platform.work;

import app.vouch.platform.access.Actor;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.event.Fact;
import app.vouch.shared.Uuid7;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one audit record per write, in the write's transaction. */
@ApplicationScoped
class AuditLog {
  private final EntityManager entities;
  private final RequestContext request;
  private final ObjectMapper json;
  private final Uuid7 ids;
  private final Clock clock;

  AuditLog(
      EntityManager entities, RequestContext request, ObjectMapper json, Uuid7 ids, Clock clock) {
    this.entities = entities;
    this.request = request;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  void record(String operation, @Nullable String resourceId, List<Fact> facts) {
    Actor actor = request.actor();
    entities.persist(
        new AuditRecord(
            ids.next(),
            operation,
            resourceId,
            actor.type().name(),
            actor.id(),
            request.keyId(),
            request.requestId(),
            clock.instant(),
            changes(facts)));
  }

  private @Nullable String changes(List<Fact> facts) {
    Map<String, Map<String, List<@Nullable Object>>> changes = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (!fact.changes().isEmpty()) {
        changes
            .computeIfAbsent(
                fact.resourceType().format(fact.resourceId()), id -> new LinkedHashMap<>())
            .putAll(fact.changes());
      }
    }
    try {
      return changes.isEmpty() ? null : json.writeValueAsString(changes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("changes cannot be written as JSON", e);
    }
  }
}
