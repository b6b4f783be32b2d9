package app.vouch.program.calendar;

import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Versions;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with calendars. */
@ApplicationScoped
public class CalendarService {
  private final CalendarRepository calendars;
  private final CalendarStore store;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  CalendarService(
      CalendarRepository calendars, CalendarStore store, Work work, Uuid7 ids, Clock clock) {
    this.calendars = calendars;
    this.store = store;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes a calendar.
   *
   * @throws Refusal.Invalid naming every fault
   */
  public Answer<CalendarView> create(CreateCalendar command) {
    return work.write("createCalendar", command, CalendarView.class, () -> createNow(command));
  }

  private Answer<CalendarView> createNow(CreateCalendar command) {
    Calendar made = new Calendar(ids.next(), store.write(command.document()), clock.instant());
    calendars.persist(made);
    return Answer.created(store.view(made));
  }

  /**
   * Changes a calendar. What is due already stays due; what is reckoned from now on goes by the new
   * hours.
   *
   * @throws Refusal.NotFound when the tenant has no such calendar
   * @throws Refusal.Invalid naming every fault
   * @throws Refusal.Rule {@code version-mismatch} when it has changed meanwhile
   */
  public Answer<CalendarView> update(PatchCalendar command) {
    return work.write("updateCalendar", command, CalendarView.class, () -> updateNow(command));
  }

  private Answer<CalendarView> updateNow(PatchCalendar command) {
    Calendar calendar =
        calendars.findById(IdType.CALENDAR.inPath(command.id()), LockModeType.PESSIMISTIC_WRITE);
    if (calendar == null) {
      throw new Refusal.NotFound(IdType.CALENDAR, command.id());
    }
    Versions.same(command.version(), calendar.version());
    calendar.rewrite(store.patched(calendar, command.patch()), clock.instant());
    calendars.flush();
    return Answer.done(store.view(calendar));
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such calendar
   */
  @Reads
  public CalendarView get(String reference) {
    return calendars
        .findByIdOptional(IdType.CALENDAR.inPath(reference))
        .map(store::view)
        .orElseThrow(() -> new Refusal.NotFound(IdType.CALENDAR, reference));
  }

  /** The newest first. */
  @Reads
  public Page<CalendarView> list(PageRequest page) {
    return Page.of(
        calendars.page(page),
        page.limit(),
        c -> new Cursor(c.id()),
        rows -> rows.stream().map(store::view).toList());
  }

  /** By id, in one query; what does not exist is left out. */
  @Reads
  public Map<UUID, CalendarView> byIds(List<UUID> wanted) {
    Map<UUID, CalendarView> found = new LinkedHashMap<>();
    calendars.byIds(wanted).forEach(c -> found.put(c.id(), store.view(c)));
    return found;
  }

  /**
   * The hours of a calendar that something names.
   *
   * @param calendarId TypeID; null: nothing is named
   * @return empty where nothing is named
   * @throws Refusal.Rule {@code wrong-id-type}, or {@code unknown-reference} when the tenant has no
   *     such calendar
   */
  @Reads
  public Optional<BusinessCalendar> named(@Nullable String calendarId) {
    if (calendarId == null) {
      return Optional.empty();
    }
    Calendar calendar = calendars.findById(IdType.CALENDAR.inBody("/calendarId", calendarId));
    if (calendar == null) {
      throw new Refusal.Rule(
          ProblemType.UNKNOWN_REFERENCE, "/calendarId: no calendar " + calendarId);
    }
    return Optional.of(store.calendar(calendar));
  }
}
