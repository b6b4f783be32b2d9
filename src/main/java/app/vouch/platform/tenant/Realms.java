package app.vouch.platform.tenant;

import app.vouch.platform.access.Mode;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The tenants. A realm's mode and pair never change, so they are kept in memory once read. */
@ApplicationScoped
public class Realms {

  /** A tenant's two realms. */
  public record Pair(UUID live, UUID test) {}

  private final EntityManager entities;
  private final TenantKeys keys;
  private final Uuid7 ids;
  private final Clock clock;
  private final Map<UUID, Tenant> read = new ConcurrentHashMap<>();

  Realms(EntityManager entities, TenantKeys keys, Uuid7 ids, Clock clock) {
    this.entities = entities;
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes a tenant's two realms, in the transaction that is open. */
  public Pair create(String name) {
    UUID live = ids.next();
    UUID test = ids.next();
    Instant now = clock.instant();
    entities.persist(new Tenant(live, name, Mode.LIVE, test, now));
    entities.persist(new Tenant(test, name, Mode.TEST, live, now));
    keys.create(live);
    keys.create(test);
    return new Pair(live, test);
  }

  public Mode mode(UUID tenant) {
    return get(tenant).mode();
  }

  public String name(UUID tenant) {
    return get(tenant).name();
  }

  public Instant createdAt(UUID tenant) {
    return get(tenant).createdAt();
  }

  /** The realm of the other mode. */
  public UUID pairOf(UUID tenant) {
    return get(tenant).pairId();
  }

  public boolean exists(UUID tenant) {
    return find(tenant).isPresent();
  }

  /** Whether there is any tenant at all. */
  public boolean none() {
    return entities.createQuery("select count(*) from Tenant", Long.class).getSingleResult() == 0;
  }

  /** The tenants' live realms, the newest first. */
  public List<UUID> live(UUID before, int limit) {
    return entities
        .createQuery(
            "select id from Tenant where mode = LIVE and id < :before order by id desc", UUID.class)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }

  private Tenant get(UUID tenant) {
    return find(tenant).orElseThrow(() -> new IllegalStateException("no tenant " + tenant));
  }

  private Optional<Tenant> find(UUID tenant) {
    Tenant known = read.get(tenant);
    if (known == null) {
      known = entities.find(Tenant.class, tenant);
      if (known != null) {
        read.put(tenant, known);
      }
    }
    return Optional.ofNullable(known);
  }
}
