package app.vouch.program;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Referrers of the tenant in scope. */
@ApplicationScoped
class ReferrerRepository implements PanacheRepositoryBase<Referrer, UUID> {

  Optional<Referrer> of(UUID personId, UUID programId) {
    return find("personId = ?1 and programId = ?2", personId, programId).firstResultOptional();
  }

  List<Referrer> ofPerson(UUID personId) {
    return list("personId = ?1 order by id", personId);
  }

  Optional<Referrer> byCode(String code) {
    return find("code", code).firstResultOptional();
  }

  /** The newest first, one row more than a page holds. */
  List<Referrer> page(PageRequest page, Wanted wanted) {
    StringBuilder where = new StringBuilder("id < :after");
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    add(where, parameters, "programId", wanted.programId());
    add(where, parameters, "personId", wanted.personId());
    add(where, parameters, "state", wanted.state());
    add(where, parameters, "code", wanted.code());
    return find(where.append(" order by id desc").toString(), parameters)
        .range(0, page.limit())
        .list();
  }

  private static void add(
      StringBuilder where, Map<String, Object> parameters, String field, @Nullable Object value) {
    if (value != null) {
      where.append(" and ").append(field).append(" = :").append(field);
      parameters.put(field, value);
    }
  }

  List<Referrer> byIds(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  /** Which referrers are wanted; null is any. */
  record Wanted(
      @Nullable UUID programId,
      @Nullable UUID personId,
      @Nullable ReferrerState state,
      @Nullable String code) {}
}
