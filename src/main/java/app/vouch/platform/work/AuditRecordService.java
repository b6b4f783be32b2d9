package app.vouch.platform.work;

import app.vouch.platform.access.Actor;
import app.vouch.platform.persistence.Reads;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the audit records of the tenant in scope. */
@ApplicationScoped
public class AuditRecordService {
  private final EntityManager entities;

  AuditRecordService(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * The newest first.
   *
   * @param resourceId only what was done to this resource; everything when null
   */
  @Reads
  public Page<AuditRecordView> list(@Nullable String resourceId, PageRequest page) {
    String filter = resourceId == null ? "" : " and resourceId = :resource";
    var query =
        entities
            .createQuery(
                "from AuditRecord where id < :after" + filter + " order by id desc",
                AuditRecord.class)
            .setParameter("after", page.after().id())
            .setMaxResults(page.limit() + 1);
    if (resourceId != null) {
      query.setParameter("resource", resourceId);
    }
    return Page.of(
        query.getResultList(),
        page.limit(),
        row -> new Cursor(row.id()),
        AuditRecordService::views);
  }

  private static List<AuditRecordView> views(List<AuditRecord> rows) {
    return rows.stream()
        .map(
            row ->
                new AuditRecordView(
                    IdType.AUDIT_RECORD.format(row.id()),
                    row.operation(),
                    row.resourceId(),
                    new Actor(Actor.Type.valueOf(row.actorType()), row.actorId(), null),
                    IdType.API_KEY.formatNullable(row.keyId()),
                    row.requestId(),
                    row.recordedAt(),
                    row.changes()))
        .toList();
  }
}
