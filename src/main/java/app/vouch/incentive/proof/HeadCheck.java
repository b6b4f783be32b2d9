package app.vouch.incentive.proof;

import app.vouch.platform.persistence.Sql;
import app.vouch.platform.tenant.TenantKeys;
import app.vouch.platform.work.CanonicalJson;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks what was signed: by the key, which the database does not have in clear. */
@ApplicationScoped
class HeadCheck implements Check {
  private static final int AT_ONCE = 200;
  private static final HexFormat HEX = HexFormat.of();

  private record Head(
      UUID id,
      long number,
      String sealedOn,
      long seals,
      byte[] hash,
      byte[] body,
      byte[] signature,
      Instant signedAt,
      byte @Nullable [] sealed) {}

  private final Sql sql;
  private final TenantKeys keys;
  private final CanonicalJson canonical;

  HeadCheck(Sql sql, TenantKeys keys, CanonicalJson canonical) {
    this.sql = sql;
    this.keys = keys;
    this.canonical = canonical;
  }

  @Override
  public CheckKind kind() {
    return CheckKind.HEADS;
  }

  @Override
  public Piece run(UUID tenant, @Nullable String cursor) {
    long number = cursor == null ? 0 : Long.parseLong(cursor);
    @Nullable String previous = signature(tenant, number);
    List<Head> heads = after(tenant, number);
    int rows = 0;
    for (Head head : heads) {
      rows++;
      String wrong = wrong(tenant, head, number + 1, previous);
      if (wrong != null) {
        return Piece.faulty(rows, Fault.of(IdType.LEDGER_HEAD, head.id(), "%s", wrong));
      }
      number = head.number();
      previous = HEX.formatHex(head.signature());
    }
    return heads.size() == AT_ONCE
        ? Piece.sound(rows, Long.toString(number))
        : end(tenant, rows, number);
  }

  private Piece end(UUID tenant, int rows, long number) {
    long signed =
        sql
            .list(
                "select heads from ledger_chain where tenant_id = ?",
                row -> row.number("heads"),
                tenant)
            .stream()
            .findFirst()
            .orElse(0L);
    return signed == number
        ? Piece.sound(rows, null)
        : Piece.faulty(
            rows,
            Fault.of(
                IdType.TENANT, tenant, "%d heads were signed, and %d are there", signed, number));
  }

  private @Nullable String signature(UUID tenant, long number) {
    return number == 0
        ? null
        : sql.list(
                "select signature from ledger_head where tenant_id = ? and number = ?",
                row -> HEX.formatHex(row.bytes("signature")),
                tenant,
                number)
            .getFirst();
  }

  private List<Head> after(UUID tenant, long number) {
    return sql.list(
        """
        select h.id, h.number, h.sealed_on, h.seals, h.hash, h.body, h.signature, h.signed_at,
          s.hash as sealed
        from ledger_head h
        left join ledger_seal s on s.tenant_id = h.tenant_id and s.number = h.seals
        where h.tenant_id = ? and h.number > ? order by h.number limit ?""",
        row ->
            new Head(
                row.id("id"),
                row.number("number"),
                row.text("sealed_on"),
                row.number("seals"),
                row.bytes("hash"),
                row.bytes("body"),
                row.bytes("signature"),
                row.time("signed_at"),
                row.bytesOrNull("sealed")),
        tenant,
        number,
        AT_ONCE);
  }

  private @Nullable String wrong(UUID tenant, Head head, long expected, @Nullable String previous) {
    if (head.number() != expected) {
      return "head %d follows head %d: one between them is gone"
          .formatted(head.number(), expected - 1);
    }
    if (!MessageDigest.isEqual(keys.ledgerHead(head.body()), head.signature())) {
      return "the signature of head %d is not by the tenant's key".formatted(expected);
    }
    LedgerHead.Content content =
        new LedgerHead.Content(
            IdType.TENANT.format(tenant),
            expected,
            LocalDate.parse(head.sealedOn()),
            head.seals(),
            HEX.formatHex(head.hash()),
            previous,
            head.signedAt());
    if (!Arrays.equals(canonical.bytes(content), head.body())) {
      return "head %d says something else than what was signed".formatted(expected);
    }
    return Arrays.equals(head.hash(), head.sealed())
        ? null
        : "head %d signed another seal %d than the chain has".formatted(expected, head.seals());
  }
}
