package app.vouch.delivery;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import app.vouch.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Removes what receivers answered to events that were erased, since an answer may repeat what was
 * sent. Bodies are made when they are sent, so deliveries keep none.
 */
@ApplicationScoped
class ErasedAttempts implements Erasing {
  private static final int AT_ONCE = 200;

  private final Sql sql;

  ErasedAttempts(Sql sql) {
    this.sql = sql;
  }

  @Override
  public String what() {
    return "webhook answers";
  }

  @Override
  public Stage stage() {
    return Stage.ECHOES;
  }

  @Override
  public Step erase(Erased person, @Nullable String place) {
    List<UUID> page =
        sql.list(
            """
            select d.id from delivery d join event e on e.id = d.event_id
            where d.tenant_id = ? and d.id > ? and e.erased_at = ? order by d.id limit ?""",
            row -> row.id("id"),
            person.tenantId(),
            place == null ? new UUID(0, 0) : UUID.fromString(place),
            person.at(),
            AT_ONCE);
    int changed =
        page.isEmpty()
            ? 0
            : sql.update(
                """
                update delivery_attempt set excerpt = null
                where tenant_id = ? and delivery_id in (?) and excerpt is not null""",
                person.tenantId(),
                page);
    return new Step(changed, page.size() < AT_ONCE ? null : page.getLast().toString());
  }
}
