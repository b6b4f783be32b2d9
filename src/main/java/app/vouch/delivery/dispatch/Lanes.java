package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;
import app.vouch.delivery.EndpointState;
import app.vouch.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads which lanes have something waiting that this replica may take, the longest first. */
@ApplicationScoped
class Lanes {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Sql sql;

  Lanes(Sql sql) {
    this.sql = sql;
  }

  /**
   * Lanes with due deliveries, and lanes of endpoints that are off or held with any; without those
   * that another replica owns.
   */
  List<Waiting> waiting(UUID replica) {
    Map<Lane, Waiting> lanes = new LinkedHashMap<>();
    QuarkusTransaction.requiringNew()
        .call(() -> read(replica))
        .forEach(one -> lanes.merge(one.lane(), one, Waiting::and));
    return List.copyOf(lanes.values());
  }

  /**
   * A lane as often as it has bands. Without a snapshot: to find out which of the rows that were
   * just taken it still shows would take seconds where many were, and who claims looks again.
   */
  private List<Waiting> read(UUID replica) {
    sql.update("set transaction isolation level read uncommitted");
    return sql.list(
        """
        select r.endpoint_id, r.band, e.tenant_id, e.url, e.state, e.ordered, e.concurrency,
          e.max_per_minute, h.held_since, l.free_at, coalesce(s.n, 0) as sending, utc_timestamp(6) as present
        from (select endpoint_id, band, min(due_at) as due from wh_ready
              group by endpoint_id, band) r
        join webhook_endpoint e on e.id = r.endpoint_id
        left join wh_health h on h.endpoint_id = r.endpoint_id
        left join wh_lane l on l.endpoint_id = r.endpoint_id
        left join (select endpoint_id, count(*) as n from wh_sending
                   group by endpoint_id) s on s.endpoint_id = r.endpoint_id
        where (r.due <= utc_timestamp(6) or e.state <> ? or h.held_since is not null)
          and (l.owner is null or l.owner = ? or l.lease_until < utc_timestamp(6))
        order by r.due""",
        Lanes::waiting,
        EndpointState.ENABLED,
        replica);
  }

  /**
   * The endpoints as they are at this moment, in the open transaction; without those that are gone.
   */
  Map<UUID, Standing> standing(Collection<UUID> endpoints) {
    Map<UUID, Standing> standing = new HashMap<>();
    sql.list(
        """
        select e.id, e.url, e.state, e.ordered, e.concurrency, e.max_per_minute, h.held_since
        from webhook_endpoint e left join wh_health h on h.endpoint_id = e.id
        where e.id in (?)""",
        row -> standing.put(row.id("id"), new Standing(terms(row), gate(row))),
        endpoints);
    return standing;
  }

  private static LaneTerms terms(Sql.Row row) throws SQLException {
    Long perMinute = row.numberOrNull("max_per_minute");
    return new LaneTerms(
        row.text("url"),
        row.number("ordered") != 0,
        (int) row.number("concurrency"),
        perMinute == null ? null : MINUTE.dividedBy(perMinute));
  }

  private static Gate gate(Sql.Row row) throws SQLException {
    return Gate.of(
        row.text("state").equals(EndpointState.ENABLED.name()),
        row.timeOrNull("held_since") != null);
  }

  private static Waiting waiting(Sql.Row row) throws SQLException {
    LaneTerms terms = terms(row);
    Instant now = row.time("present");
    Instant freeAt = row.timeOrNull("free_at");
    int paced = new Pace(terms.interval(), freeAt == null ? now : freeAt).room(now);
    long room = Math.min(paced, terms.concurrency() - row.number("sending"));
    return new Waiting(
        new Lane(row.id("endpoint_id"), row.id("tenant_id")),
        terms,
        gate(row),
        Set.of(Band.valueOf(row.text("band"))),
        (int) Math.max(0, room));
  }
}
