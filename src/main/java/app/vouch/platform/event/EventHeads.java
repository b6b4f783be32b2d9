package app.vouch.platform.event;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The last sequence number of each resource. The lock of its row makes the order of numbers the
 * order of commits. Plain SQL, two statements however many the resources are; they name the tenant.
 */
@ApplicationScoped
class EventHeads {
  private final Sql sql;
  private final RequestContext request;

  EventHeads(Sql sql, RequestContext request) {
    this.sql = sql;
    this.request = request;
  }

  /** Last numbers, locked in the order of ids; who has no events yet is left out. */
  Map<UUID, Long> lock(Collection<UUID> resources) {
    Map<UUID, Long> numbers = new HashMap<>();
    if (!resources.isEmpty()) {
      sql.list(
          """
          select resource_id, last_sequence from event_head
          where resource_id in (?) and tenant_id = ? order by resource_id for update""",
          row -> numbers.put(row.id("resource_id"), row.number("last_sequence")),
          new TreeSet<>(resources),
          request.tenantId());
    }
    return numbers;
  }

  void store(Map<UUID, Long> numbers) {
    sql.insert(
        "insert into event_head (resource_id, tenant_id, last_sequence) values",
        "(?, ?, ?)",
        "on duplicate key update last_sequence = values(last_sequence)",
        new TreeSet<>(numbers.keySet())
            .stream().map(id -> List.of(id, request.tenantId(), numbers.get(id))).toList());
  }
}
