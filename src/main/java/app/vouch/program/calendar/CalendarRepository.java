package app.vouch.program.calendar;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Calendars of the tenant in scope. */
@ApplicationScoped
class CalendarRepository implements PanacheRepositoryBase<Calendar, UUID> {

  /** The newest first, one row more than a page holds. */
  List<Calendar> page(PageRequest page) {
    return find("id < :after order by id desc", Map.of("after", page.after().id()))
        .range(0, page.limit())
        .list();
  }

  List<Calendar> byIds(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }
}
