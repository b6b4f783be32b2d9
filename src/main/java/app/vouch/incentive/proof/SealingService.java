package app.vouch.incentive.proof;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.persistence.Sql;
import app.vouch.platform.timer.Timers;
import app.vouch.shared.IdType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The chain of the tenant in scope. It grows in the order in which the transaction that seals comes
 * to see the entries, so that none can be put in before one that was sealed.
 */
@ApplicationScoped
class SealingService {
  private static final int AT_ONCE = 500;

  private record End(long seals, byte[] hash, @Nullable String headDue) {}

  private record Unsealed(UUID entry, byte[] bodyHash) {}

  private final Sql sql;
  private final RequestContext request;
  private final Timers timers;
  private final Clock clock;

  SealingService(Sql sql, RequestContext request, Timers timers, Clock clock) {
    this.sql = sql;
    this.request = request;
    this.timers = timers;
    this.clock = clock;
  }

  /**
   * Seals some of the entries that wait.
   *
   * @return whether there may be more
   */
  boolean sealNext() {
    return QuarkusTransaction.requiringNew().call(this::seal) == AT_ONCE;
  }

  private int seal() {
    UUID tenant = request.tenantId();
    End end = lock(tenant);
    List<Unsealed> next =
        sql.list(
            """
            select e.id, e.body_hash from ledger_unsealed u
            join ledger_entry e on e.tenant_id = u.tenant_id and e.id = u.entry_id
            where u.tenant_id = ? order by u.entry_id limit ?""",
            row -> new Unsealed(row.id("id"), row.bytes("body_hash")),
            tenant,
            AT_ONCE);
    if (!next.isEmpty()) {
      append(tenant, end, next);
    }
    return next.size();
  }

  private End lock(UUID tenant) {
    String query = "select seals, hash, head_due from ledger_chain where tenant_id = ? for update";
    Sql.Reader<End> reader =
        row -> new End(row.number("seals"), row.bytes("hash"), row.text("head_due"));
    List<End> found = sql.list(query, reader, tenant);
    if (found.isEmpty()) {
      sql.update(
          "insert into ledger_chain (tenant_id, seals, hash, heads) values (?, 0, ?, 0) on duplicate key update seals = seals",
          tenant,
          Chain.start());
      found = sql.list(query, reader, tenant);
    }
    return found.getFirst();
  }

  private void append(UUID tenant, End end, List<Unsealed> next) {
    List<List<Object>> rows = new ArrayList<>();
    long number = end.seals();
    byte[] hash = end.hash();
    for (Unsealed entry : next) {
      number++;
      hash = Chain.link(hash, number, entry.entry(), entry.bodyHash());
      rows.add(List.of(tenant, number, entry.entry(), hash));
    }
    sql.insert(
        "insert into ledger_seal (tenant_id, number, entry_id, hash) values", "(?, ?, ?, ?)", rows);
    sql.update(
        "delete from ledger_unsealed where tenant_id = ? and entry_id in (?)",
        tenant,
        next.stream().map(Unsealed::entry).toList());
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    sql.update(
        "update ledger_chain set seals = ?, hash = ?, head_due = ? where tenant_id = ?",
        number,
        hash,
        today.toString(),
        tenant);
    if (!today.toString().equals(end.headDue())) {
      timers.schedule(
          LedgerHeadStep.NAME,
          IdType.TENANT,
          tenant,
          today.toString(),
          today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }
}
