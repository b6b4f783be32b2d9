package app.vouch.platform.job;

import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Jobs of the tenant in scope, and their items. */
@ApplicationScoped
class JobRepository implements PanacheRepositoryBase<Job, UUID> {

  /**
   * @throws Refusal.NotFound when the tenant has no such job
   */
  Job lock(UUID id) {
    Job found = findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new Refusal.NotFound(IdType.JOB, IdType.JOB.format(id));
    }
    return found;
  }

  List<Job> byIds(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  void add(JobItemRow item) {
    getEntityManager().persist(item);
  }

  /** The newest first, one row more than a page holds. */
  List<Job> page(PageRequest page, JobFilter filter) {
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    return find(filter.where(parameters) + " order by id desc", parameters)
        .range(0, page.limit())
        .list();
  }

  /** What was found out, item by item, the oldest first; items without are left out. */
  List<String> results(UUID jobId) {
    return getEntityManager()
        .createQuery(
            "select result from JobItemRow where jobId = :job and result is not null order by id",
            String.class)
        .setParameter("job", jobId)
        .getResultList();
  }

  /** The latest first, one row more than a page holds. */
  List<JobItemRow> items(UUID jobId, PageRequest page) {
    return getEntityManager()
        .createQuery(
            "from JobItemRow where jobId = :job and id < :after order by id desc", JobItemRow.class)
        .setParameter("job", jobId)
        .setParameter("after", page.after().id())
        .setMaxResults(page.limit() + 1)
        .getResultList();
  }
}
