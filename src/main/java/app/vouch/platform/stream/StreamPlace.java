package app.vouch.platform.stream;

import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * How far the log was relayed, and which replica does it. The database's clock decides when a
 * replica's turn is over. Across tenants.
 */
@ApplicationScoped
class StreamPlace {
  private final Sql sql;
  private final UUID replica;

  StreamPlace(Sql sql, Uuid7 ids) {
    this.sql = sql;
    this.replica = ids.next();
  }

  /** Takes or keeps the turn; false while another replica has it. */
  boolean hold(Duration lease) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.update(
                        """
                        update event_stream set owner = ?,
                          lease_until = date_add(utc_timestamp(6), interval ? microsecond)
                        where id = 1
                          and (owner is null or owner = ? or lease_until < utc_timestamp(6))""",
                        replica,
                        lease,
                        replica)
                    > 0);
  }

  /** For whoever comes next. */
  void letGo() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sql.update(
                    "update event_stream set owner = null where id = 1 and owner = ?", replica));
  }

  /** What follows, the oldest first. */
  List<StreamedEvent> next(int limit) {
    return sql.list(
        """
        select position, id, tenant_id, type, resource_type, resource_id, body from event
        where position > (select last_position from event_stream where id = 1)
        order by position limit ?""",
        row ->
            new StreamedEvent(
                row.number("position"),
                row.id("id"),
                row.id("tenant_id"),
                row.text("type"),
                IdType.ofResource(row.text("resource_type")).format(row.id("resource_id")),
                row.bytes("body")),
        limit);
  }

  /** The broker has everything up to there. Nothing changes when the turn was lost meanwhile. */
  void moveTo(long position) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sql.update(
                    "update event_stream set last_position = ? where id = 1 and owner = ?",
                    position,
                    replica));
  }

  /** How many events the stream is behind the log. */
  long behind() {
    return sql.list(
            """
            select q.last_position - s.last_position as n
            from event_sequencer q join event_stream s on s.id = q.id where q.id = 1""",
            row -> row.number("n"))
        .getFirst();
  }
}
