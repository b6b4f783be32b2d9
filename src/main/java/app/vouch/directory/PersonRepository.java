package app.vouch.directory;

import app.vouch.platform.access.RequestContext;
import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People of the tenant in scope. */
@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<Person, UUID> {
  private final RequestContext request;

  PersonRepository(RequestContext request) {
    this.request = request;
  }

  Optional<Person> byEmailKey(byte[] emailKey) {
    return find("emailKey", (Object) emailKey).firstResultOptional();
  }

  Optional<Person> lockedByEmailKey(byte[] emailKey) {
    return find("emailKey", (Object) emailKey)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The newest first, one row more than a page holds. */
  List<Person> page(PageRequest page, byte @Nullable [] emailKey, @Nullable UUID id) {
    StringBuilder where = new StringBuilder("id < :after");
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    if (emailKey != null) {
      where.append(" and emailKey = :emailKey");
      parameters.put("emailKey", emailKey);
    }
    if (id != null) {
      where.append(" and id = :id");
      parameters.put("id", id);
    }
    return find(where.append(" order by id desc").toString(), parameters)
        .range(0, page.limit())
        .list();
  }

  Optional<String> name(UUID id) {
    return find("select name from Person where id = ?1", id)
        .project(String.class)
        .firstResultOptional();
  }

  List<Person> byIds(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  /**
   * The oldest people of some organizations, at most {@code limit} of each. Native SQL, because the
   * query language writes a derived table that MariaDB does not take; it names the tenant.
   */
  List<Person> ofOrganizations(List<UUID> organizations, int limit) {
    if (organizations.isEmpty()) {
      return List.of();
    }
    List<?> rows =
        getEntityManager()
            .createNativeQuery(
                """
                select * from (
                  select p.*, row_number() over (partition by organization_id order by id) as place
                  from person p where tenant_id = :tenant and organization_id in (:organizations)
                ) placed where place <= :limit order by id""",
                Person.class)
            .setParameter("tenant", request.tenantId())
            .setParameter("organizations", organizations)
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream().map(Person.class::cast).toList();
  }
}
