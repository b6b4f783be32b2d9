package app.vouch.incentive.proof;

import app.vouch.platform.persistence.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its row says, and where it stands in the chain.
 *
 * @param seals how many seals it has
 * @param waits how often it waits to be sealed
 */
record StoredEntry(
    UUID id,
    String key,
    String kind,
    @Nullable UUID resolves,
    @Nullable UUID reverses,
    @Nullable UUID corrects,
    @Nullable UUID link,
    @Nullable Instant expiresAt,
    byte[] contentHash,
    Instant effectiveAt,
    Instant recordedAt,
    byte[] body,
    byte[] bodyHash,
    long seals,
    long waits) {
  static final String QUERY =
      """
      select e.id, e.entry_key, e.kind, e.resolves, e.reverses, e.corrects, e.link_id,
        e.expires_at, e.content_hash,
        e.effective_at, e.recorded_at, e.body, e.body_hash,
        (select count(*) from ledger_seal s
         where s.tenant_id = e.tenant_id and s.entry_id = e.id) as seals,
        (select count(*) from ledger_unsealed u
         where u.tenant_id = e.tenant_id and u.entry_id = e.id) as waits
      from ledger_entry e where e.tenant_id = ? and e.id > ? order by e.id limit ?""";

  static StoredEntry read(Sql.Row row) throws SQLException {
    return new StoredEntry(
        row.id("id"),
        row.text("entry_key"),
        row.text("kind"),
        row.idOrNull("resolves"),
        row.idOrNull("reverses"),
        row.idOrNull("corrects"),
        row.idOrNull("link_id"),
        row.timeOrNull("expires_at"),
        row.bytes("content_hash"),
        row.time("effective_at"),
        row.time("recorded_at"),
        row.bytes("body"),
        row.bytes("body_hash"),
        row.number("seals"),
        row.number("waits"));
  }
}
