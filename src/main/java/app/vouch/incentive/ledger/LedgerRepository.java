package app.vouch.incentive.ledger;

import app.vouch.platform.access.RequestContext;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The books of the tenant in scope. Entries, legs and resolutions are only ever inserted. */
@ApplicationScoped
class LedgerRepository {
  private final EntityManager entities;
  private final RequestContext request;
  private final Uuid7 ids;
  private final Clock clock;

  LedgerRepository(EntityManager entities, RequestContext request, Uuid7 ids, Clock clock) {
    this.entities = entities;
    this.request = request;
    this.ids = ids;
    this.clock = clock;
  }

  /** Locks the accounts in the order of their ids; those that are not there yet are made. */
  Map<AccountKey, LedgerAccount> lock(Collection<AccountKey> wanted) {
    Set<AccountKey> keys = new HashSet<>(wanted);
    Map<AccountKey, UUID> known = accountIds(keys);
    if (known.size() < keys.size()) {
      Set<AccountKey> missing = new HashSet<>(keys);
      missing.removeAll(known.keySet());
      insert(missing);
      known = accountIds(keys);
    }
    return lockIds(known.values());
  }

  /** Locks an account that is there; makes none. */
  Optional<LedgerAccount> lockKnown(AccountKey key) {
    UUID id = accountIds(Set.of(key)).get(key);
    return id == null ? Optional.empty() : Optional.ofNullable(lockIds(List.of(id)).get(key));
  }

  private Map<AccountKey, LedgerAccount> lockIds(Collection<UUID> accountIds) {
    return entities
        .createQuery("from LedgerAccount where id in :ids order by id", LedgerAccount.class)
        .setParameter("ids", accountIds)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .stream()
        .collect(Collectors.toMap(LedgerAccount::key, Function.identity()));
  }

  private Map<AccountKey, UUID> accountIds(Set<AccountKey> keys) {
    Map<AccountKey, UUID> found = new HashMap<>();
    entities
        .createQuery(
            "select a.id, a.code, a.currency from LedgerAccount a where a.code in :codes",
            Object[].class)
        .setParameter("codes", keys.stream().map(k -> k.code().text()).toList())
        .getResultList()
        .stream()
        .forEach(
            row ->
                keys.stream()
                    .filter(
                        k ->
                            k.code().text().equals(row[1])
                                && k.currency().getCurrencyCode().equals(row[2]))
                    .forEach(k -> found.put(k, (UUID) row[0])));
    return found;
  }

  /**
   * Another transaction may make the same account at the same time: the key decides, never a read
   * before. Native SQL: the rows carry the tenant.
   */
  private void insert(Set<AccountKey> missing) {
    List<AccountKey> inOrder =
        missing.stream().sorted(Comparator.comparing(AccountKey::toString)).toList();
    Instant now = clock.instant();
    for (AccountKey key : inOrder) {
      entities
          .createNativeQuery(
              """
              insert into ledger_account (id, tenant_id, code, kind, currency, debits_pending,
                credits_pending, debits_posted, credits_posted, legs, created_at, last_recorded_at)
              values (:id, :tenant, :code, :kind, :currency, 0, 0, 0, 0, 0, :now, :now)
              on duplicate key update legs = legs""")
          .unwrap(NativeQuery.class)
          .addSynchronizedEntityClass(LedgerAccount.class)
          .setParameter("id", ids.next())
          .setParameter("tenant", request.tenantId())
          .setParameter("code", key.code().text())
          .setParameter("kind", key.code().kind().name())
          .setParameter("currency", key.currency().getCurrencyCode())
          .setParameter("now", now)
          .executeUpdate();
    }
  }

  void add(Object row) {
    entities.persist(row);
  }

  Optional<LedgerEntry> byKey(String key) {
    return entities
        .createQuery("from LedgerEntry where entryKey = :key", LedgerEntry.class)
        .setParameter("key", key)
        .getResultList()
        .stream()
        .findFirst();
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
