package app.vouch.incentive.ledger;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The books of the tenant in scope. Entries, legs and resolutions are only ever inserted. What is
 * booked is locked and written by plain SQL that names the tenant: one statement for all rows of a
 * table, where the ORM would send one for each row.
 */
@ApplicationScoped
class LedgerRepository {
  private final EntityManager entities;
  private final Sql sql;
  private final RequestContext request;
  private final Uuid7 ids;
  private final Clock clock;

  LedgerRepository(
      EntityManager entities, Sql sql, RequestContext request, Uuid7 ids, Clock clock) {
    this.entities = entities;
    this.sql = sql;
    this.request = request;
    this.ids = ids;
    this.clock = clock;
  }

  /** Locks the accounts in the order of their codes; those that are not there yet are made. */
  Map<AccountKey, LedgerAccount> lock(Collection<AccountKey> wanted) {
    Set<AccountKey> keys = new HashSet<>(wanted);
    Map<AccountKey, LedgerAccount> locked = lockKnown(keys);
    if (locked.size() < keys.size()) {
      make(keys.stream().filter(key -> !locked.containsKey(key)).toList());
      locked.putAll(lockKnown(keys));
    }
    return locked;
  }

  /** Locks an account that is there; makes none. */
  Optional<LedgerAccount> lockKnown(AccountKey key) {
    return Optional.ofNullable(lockKnown(Set.of(key)).get(key));
  }

  /** As it stands, whoever changes it now. */
  Optional<LedgerAccount> known(AccountKey key) {
    return entities
        .createQuery(
            "from LedgerAccount where code = :code and currency = :currency", LedgerAccount.class)
        .setParameter("code", key.code().text())
        .setParameter("currency", key.currency().code())
        .getResultList()
        .stream()
        .findFirst();
  }

  /**
   * By way of the key's index, and so in its order, whichever way the database would prefer. The
   * accounts are none of the session's: what becomes of them is written by {@link #append}.
   */
  private Map<AccountKey, LedgerAccount> lockKnown(Set<AccountKey> keys) {
    Map<AccountKey, LedgerAccount> locked = new HashMap<>();
    sql
        .list(
            LedgerAccount.LOCK,
            LedgerAccount::of,
            request.tenantId(),
            keys.stream().map(key -> key.code().text()).distinct().sorted().toList())
        .stream()
        .filter(account -> keys.contains(account.key()))
        .forEach(account -> locked.put(account.key(), account));
    return locked;
  }

  /**
   * Another transaction may make the same account at the same time: the key decides, never a read
   * before.
   */
  private void make(Collection<AccountKey> missing) {
    Instant now = clock.instant();
    sql.insert(
        LedgerAccount.INSERT,
        LedgerAccount.ROW,
        "on duplicate key update legs = legs",
        missing.stream()
            .sorted(Comparator.comparing(AccountKey::toString))
            .map(key -> new LedgerAccount(ids.next(), key, now).row(request.tenantId()))
            .toList());
  }

  /** Sets the limit of a locked account. */
  void limit(LedgerAccount account) {
    sql.update(
        "update ledger_account set limit_minor = ? where id = ?", account.limit(), account.id());
  }

  /** Writes entries and how their accounts stand after them, a statement for each table. */
  void append(Booking booking) {
    UUID tenant = request.tenantId();
    sql.insert(
        LedgerEntry.INSERT,
        LedgerEntry.ROW,
        booking.entries().stream().map(entry -> entry.row(tenant)).toList());
    sql.insert(
        "insert into ledger_unsealed (entry_id, tenant_id) values",
        "(?, ?)",
        booking.entries().stream().map(entry -> List.of(entry.id(), tenant)).toList());
    sql.insert(
        LedgerResolution.INSERT,
        LedgerResolution.ROW,
        booking.resolutions().stream().map(resolution -> resolution.row(tenant)).toList());
    sql.insert(
        LedgerLeg.INSERT,
        LedgerLeg.ROW,
        booking.legs().stream().map(leg -> leg.row(tenant)).toList());
    sql.insert(
        LedgerAccount.INSERT,
        LedgerAccount.ROW,
        LedgerAccount.REPLACE_COUNTERS,
        booking.accounts().stream().map(account -> account.row(tenant)).toList());
  }

  /** The entries that were booked under these keys. */
  Map<String, LedgerEntry> byKeys(Collection<String> keys) {
    return entities
        .createQuery("from LedgerEntry where entryKey in :keys", LedgerEntry.class)
        .setParameter("keys", keys)
        .getResultList()
        .stream()
        .collect(Collectors.toMap(LedgerEntry::key, Function.identity()));
  }

  Optional<LedgerEntry> entry(UUID id) {
    return Optional.ofNullable(entities.find(LedgerEntry.class, id));
  }

  Optional<LedgerEntry> reversalOf(UUID original) {
    return entities
        .createQuery("from LedgerEntry where reverses = :id", LedgerEntry.class)
        .setParameter("id", original)
        .getResultList()
        .stream()
        .findFirst();
  }

  Optional<LedgerResolution> resolution(UUID pending) {
    return Optional.ofNullable(entities.find(LedgerResolution.class, pending));
  }

  List<LedgerLeg> legs(Collection<UUID> entryIds) {
    return entryIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "from LedgerLeg where entryId in :ids order by entryId, line", LedgerLeg.class)
            .setParameter("ids", entryIds)
            .getResultList();
  }

  List<LedgerResolution> resolutions(Collection<UUID> pendingIds) {
    return pendingIds.isEmpty()
        ? List.of()
        : entities
            .createQuery("from LedgerResolution where pendingId in :ids", LedgerResolution.class)
            .setParameter("ids", pendingIds)
            .getResultList();
  }

  /**
   * The newest first, one row more than a page holds.
   *
   * @param about the resource whose steps the keys name, such as {@code rwd_…}
   * @param account a code that one of the legs has
   */
  List<LedgerEntry> entries(PageRequest page, @Nullable String about, @Nullable String account) {
    StringBuilder query = new StringBuilder("from LedgerEntry e where e.id < :after");
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    if (about != null) {
      query.append(" and e.entryKey >= :from and e.entryKey < :to");
      parameters.put("from", about + ':');
      parameters.put("to", about + ';');
    }
    if (account != null) {
      query.append(
          " and e.id in (select l.entryId from LedgerLeg l where l.accountId in"
              + " (select a.id from LedgerAccount a where a.code = :account))");
      parameters.put("account", account);
    }
    var result = entities.createQuery(query + " order by e.id desc", LedgerEntry.class);
    parameters.forEach(result::setParameter);
    return result.setMaxResults(page.limit() + 1).getResultList();
  }

  /** The newest first, one row more than a page holds. */
  List<LedgerAccount> accounts(
      PageRequest page, @Nullable AccountKind kind, @Nullable String code) {
    StringBuilder query = new StringBuilder("from LedgerAccount where id < :after");
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    if (kind != null) {
      query.append(" and kind = :kind");
      parameters.put("kind", kind);
    }
    if (code != null) {
      query.append(" and code = :code");
      parameters.put("code", code);
    }
    var result = entities.createQuery(query + " order by id desc", LedgerAccount.class);
    parameters.forEach(result::setParameter);
    return result.setMaxResults(page.limit() + 1).getResultList();
  }
}
