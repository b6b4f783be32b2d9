package app.vouch.incentive.proof;

import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recomputes the chain. */
@ApplicationScoped
class SealCheck implements Check {
  private static final int AT_ONCE = 1_000;

  private record Seal(long number, UUID entry, byte[] hash, byte @Nullable [] bodyHash) {}

  private record End(long seals, byte[] hash) {}

  private final Sql sql;

  SealCheck(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CheckKind kind() {
    return CheckKind.SEALS;
  }

  @Override
  public Piece run(UUID tenant, @Nullable String cursor) {
    long number = cursor == null ? 0 : Long.parseLong(cursor);
    byte[] hash = hash(tenant, number);
    List<Seal> seals = after(tenant, number);
    int rows = 0;
    for (Seal seal : seals) {
      rows++;
      String wrong = wrong(seal, number + 1, hash);
      if (wrong != null) {
        return Piece.faulty(rows, Fault.ofEntry(seal.entry(), "%s", wrong));
      }
      number = seal.number();
      hash = seal.hash();
    }
    if (seals.size() == AT_ONCE) {
      return Piece.sound(rows, Long.toString(number));
    }
    return end(tenant, rows, number, hash);
  }

  private byte[] hash(UUID tenant, long number) {
    return number == 0
        ? Chain.start()
        : sql.list(
                "select hash from ledger_seal where tenant_id = ? and number = ?",
                row -> row.bytes("hash"),
                tenant,
                number)
            .getFirst();
  }

  private List<Seal> after(UUID tenant, long number) {
    return sql.list(
        """
        select s.number, s.entry_id, s.hash, e.body_hash from ledger_seal s
        left join ledger_entry e on e.tenant_id = s.tenant_id and e.id = s.entry_id
        where s.tenant_id = ? and s.number > ? order by s.number limit ?""",
        row ->
            new Seal(
                row.number("number"),
                row.id("entry_id"),
                row.bytes("hash"),
                row.bytesOrNull("body_hash")),
        tenant,
        number,
        AT_ONCE);
  }

  private static @Nullable String wrong(Seal seal, long expected, byte[] before) {
    if (seal.number() != expected) {
      return "seal %d follows seal %d: one between them is gone"
          .formatted(seal.number(), expected - 1);
    }
    byte[] body = seal.bodyHash();
    if (body == null) {
      return "seal %d is of an entry that is gone".formatted(expected);
    }
    return Arrays.equals(seal.hash(), Chain.link(before, expected, seal.entry(), body))
        ? null
        : "seal %d is not what the entry and the seal before it make".formatted(expected);
  }

  private Piece end(UUID tenant, int rows, long number, byte[] hash) {
    List<End> ends =
        sql.list(
            "select seals, hash from ledger_chain where tenant_id = ?",
            row -> new End(row.number("seals"), row.bytes("hash")),
            tenant);
    End end = ends.isEmpty() ? new End(0, Chain.start()) : ends.getFirst();
    return end.seals() == number && Arrays.equals(end.hash(), hash)
        ? Piece.sound(rows, null)
        : Piece.faulty(
            rows,
            Fault.of(
                IdType.TENANT,
                tenant,
                "the chain should end with seal %d, and ends with seal %d",
                end.seals(),
                number));
  }
}
