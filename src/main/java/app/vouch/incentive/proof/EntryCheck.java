package app.vouch.incentive.proof;

import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Each entry by itself, with its legs, what it resolves, and its place in the chain. */
@ApplicationScoped
class EntryCheck implements Check {
  private static final int AT_ONCE = 200;

  private record Resolution(UUID entry, String outcome, Instant recordedAt) {}

  private record Account(String code, String currency) {}

  private final Sql sql;
  private final EntryBody bodies;

  EntryCheck(Sql sql, EntryBody bodies) {
    this.sql = sql;
    this.bodies = bodies;
  }

  @Override
  public CheckKind kind() {
    return CheckKind.ENTRIES;
  }

  @Override
  public Piece run(UUID tenant, @Nullable String cursor) {
    List<StoredEntry> entries =
        sql.list(StoredEntry.QUERY, StoredEntry::read, tenant, Cursors.after(cursor), AT_ONCE);
    Facts facts = facts(tenant, entries);
    int rows = 0;
    for (StoredEntry entry : entries) {
      rows++;
      String wrong = wrong(tenant, entry, facts);
      if (wrong != null) {
        return Piece.faulty(rows, Fault.ofEntry(entry.id(), "%s", wrong));
      }
    }
    return entries.size() == AT_ONCE
        ? Piece.sound(rows, entries.getLast().id().toString())
        : nothingElseWaits(tenant, rows);
  }

  /** What is known beside the entries of a piece. */
  private record Facts(
      Map<UUID, List<StoredLeg>> legs,
      Map<UUID, Resolution> resolutions,
      Map<UUID, Account> accounts) {

    List<StoredLeg> legsOf(UUID entry) {
      return legs.getOrDefault(entry, List.of());
    }
  }

  private Facts facts(UUID tenant, List<StoredEntry> entries) {
    List<UUID> resolved =
        entries.stream().map(StoredEntry::resolves).filter(Objects::nonNull).toList();
    Set<UUID> wanted =
        entries.stream().map(StoredEntry::id).collect(Collectors.toCollection(HashSet::new));
    wanted.addAll(resolved);
    List<StoredLeg> legs = StoredLeg.of(sql, tenant, wanted);
    return new Facts(
        legs.stream().collect(Collectors.groupingBy(StoredLeg::entry)),
        resolutions(tenant, resolved),
        accounts(tenant, legs.stream().map(StoredLeg::account).distinct().toList()));
  }

  private Map<UUID, Resolution> resolutions(UUID tenant, List<UUID> pending) {
    Map<UUID, Resolution> found = new HashMap<>();
    if (!pending.isEmpty()) {
      sql.list(
          "select pending_id, entry_id, outcome, recorded_at from ledger_resolution"
              + " where tenant_id = ? and pending_id in (?)",
          row ->
              found.put(
                  row.id("pending_id"),
                  new Resolution(row.id("entry_id"), row.text("outcome"), row.time("recorded_at"))),
          tenant,
          pending);
    }
    return found;
  }

  private Map<UUID, Account> accounts(UUID tenant, List<UUID> ids) {
    Map<UUID, Account> found = new HashMap<>();
    if (!ids.isEmpty()) {
      sql.list(
          "select id, code, currency from ledger_account where tenant_id = ? and id in (?)",
          row -> found.put(row.id("id"), new Account(row.text("code"), row.text("currency"))),
          tenant,
          ids);
    }
    return found;
  }

  private @Nullable String wrong(UUID tenant, StoredEntry entry, Facts facts) {
    List<StoredLeg> legs = facts.legsOf(entry.id());
    String differs = bodies.differs(tenant, entry, legs);
    if (differs != null) {
      return differs;
    }
    if (entry.seals() + entry.waits() != 1) {
      return "it is sealed %d times and waits %d times to be sealed; one of both is right"
          .formatted(entry.seals(), entry.waits());
    }
    for (StoredLeg leg : legs) {
      if (!new Account(leg.code(), leg.currency()).equals(facts.accounts().get(leg.account()))) {
        return "leg %d is on an account that is gone, or is not %s in %s"
            .formatted(leg.line(), leg.code(), leg.currency());
      }
    }
    String unbalanced = unbalanced(legs);
    return unbalanced == null ? resolution(entry, legs, facts) : unbalanced;
  }

  private static @Nullable String unbalanced(List<StoredLeg> legs) {
    return legs.stream()
        .collect(
            Collectors.groupingBy(
                StoredLeg::currency, Collectors.summingLong(leg -> leg.signed(leg.amount()))))
        .entrySet()
        .stream()
        .filter(sum -> sum.getValue() != 0)
        .findFirst()
        .map(
            sum ->
                "its debits and credits in %s differ by %d minor units"
                    .formatted(sum.getKey(), Math.abs(sum.getValue())))
        .orElse(null);
  }

  private static @Nullable String resolution(StoredEntry entry, List<StoredLeg> legs, Facts facts) {
    UUID pending = entry.resolves();
    if (pending != null) {
      Resolution resolution = facts.resolutions().get(pending);
      if (resolution == null
          || !resolution.entry().equals(entry.id())
          || !resolution.outcome().equals(entry.kind())
          || !resolution.recordedAt().equals(entry.recordedAt())) {
        return "the resolution of %s is gone, or says something else"
            .formatted(IdType.ENTRY.format(pending));
      }
    }
    Map<Integer, Long> held =
        pending == null
            ? Map.of()
            : facts.legsOf(pending).stream()
                .collect(Collectors.toMap(StoredLeg::line, StoredLeg::amount));
    return legs.stream()
        .filter(leg -> leg.released() != held.getOrDefault(leg.line(), 0L))
        .findFirst()
        .map(
            leg ->
                "leg %d frees %d minor units, where %d were held"
                    .formatted(leg.line(), leg.released(), held.getOrDefault(leg.line(), 0L)))
        .orElse(null);
  }

  private Piece nothingElseWaits(UUID tenant, int rows) {
    return sql
        .list(
            """
            select u.entry_id from ledger_unsealed u
            left join ledger_entry e on e.tenant_id = u.tenant_id and e.id = u.entry_id
            where u.tenant_id = ? and e.id is null limit 1""",
            row -> row.id("entry_id"),
            tenant)
        .stream()
        .findFirst()
        .map(id -> Piece.faulty(rows, Fault.ofEntry(id, "it waits to be sealed, and is gone")))
        .orElseGet(() -> Piece.sound(rows, null));
  }
}
