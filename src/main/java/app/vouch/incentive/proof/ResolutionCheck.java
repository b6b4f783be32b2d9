package app.vouch.incentive.proof;

import app.vouch.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each resolution is of a pending entry, by an entry that says so. */
@ApplicationScoped
class ResolutionCheck implements Check {
  private static final int AT_ONCE = 500;

  private record Resolution(
      UUID pending,
      UUID entry,
      Instant recordedAt,
      @Nullable String pendingKind,
      @Nullable UUID resolves,
      @Nullable Instant resolvedAt) {

    boolean isSound() {
      return "PENDING".equals(pendingKind)
          && pending.equals(resolves)
          && recordedAt.equals(resolvedAt);
    }
  }

  private final Sql sql;

  ResolutionCheck(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CheckKind kind() {
    return CheckKind.RESOLUTIONS;
  }

  @Override
  public Piece run(UUID tenant, @Nullable String cursor) {
    List<Resolution> rows =
        sql.list(
            """
            select r.pending_id, r.entry_id, r.recorded_at, p.kind, e.resolves,
              e.recorded_at as resolved_at
            from ledger_resolution r
            left join ledger_entry p on p.tenant_id = r.tenant_id and p.id = r.pending_id
            left join ledger_entry e on e.tenant_id = r.tenant_id and e.id = r.entry_id
            where r.tenant_id = ? and r.pending_id > ? order by r.pending_id limit ?""",
            row ->
                new Resolution(
                    row.id("pending_id"),
                    row.id("entry_id"),
                    row.time("recorded_at"),
                    row.text("kind"),
                    row.idOrNull("resolves"),
                    row.timeOrNull("resolved_at")),
            tenant,
            Cursors.after(cursor),
            AT_ONCE);
    return rows.stream()
        .filter(row -> !row.isSound())
        .findFirst()
        .map(
            row ->
                Piece.faulty(
                    rows.size(),
                    Fault.ofEntry(
                        row.pending(),
                        "its resolution names an entry that is gone, or does not resolve it")))
        .orElseGet(
            () ->
                Piece.sound(
                    rows.size(),
                    rows.size() == AT_ONCE ? rows.getLast().pending().toString() : null));
  }
}
