package app.vouch.program.calendar;

import app.vouch.platform.http.MergePatch;
import app.vouch.platform.work.CanonicalJson;
import app.vouch.platform.work.CommandValidation;
import app.vouch.shared.IdType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Calendars as they are stored: complete documents in canonical JSON. */
@ApplicationScoped
class CalendarStore {
  private final CanonicalJson canonical;
  private final CommandValidation validation;
  private final ObjectMapper json;

  CalendarStore(CanonicalJson canonical, CommandValidation validation, ObjectMapper json) {
    this.canonical = canonical;
    this.validation = validation;
    this.json = json;
  }

  /**
   * Checks a document, fills in the defaults and writes it.
   *
   * @throws app.vouch.shared.Refusal.Invalid naming every fault
   */
  String write(CalendarDocument document) {
    validation.check(document);
    CalendarReader.read(document);
    return new String(canonical.bytes(CalendarReader.complete(document)), StandardCharsets.UTF_8);
  }

  /**
   * What a calendar would be after a merge patch.
   *
   * @throws app.vouch.shared.Refusal.Invalid naming every fault
   */
  String patched(Calendar calendar, JsonNode patch) {
    ObjectNode whole =
        MergePatch.merged(json.valueToTree(document(calendar)), (ObjectNode) patch.deepCopy());
    try {
      return write(json.treeToValue(whole, CalendarDocument.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a patch that was read as a calendar is none", e);
    }
  }

  BusinessCalendar calendar(Calendar calendar) {
    return CalendarReader.read(document(calendar));
  }

  private CalendarDocument document(Calendar calendar) {
    try {
      return json.readValue(calendar.settings(), CalendarDocument.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored hours of " + calendar.id() + " are unreadable", e);
    }
  }

  CalendarView view(Calendar calendar) {
    CalendarDocument document = document(calendar);
    return new CalendarView(
        IdType.CALENDAR.format(calendar.id()),
        String.valueOf(document.name()),
        String.valueOf(document.timeZone()),
        Objects.requireNonNullElseGet(document.hours(), WeekHours::ordinary),
        document.holidayCountry(),
        document.holidaySubdivision(),
        Objects.requireNonNullElse(document.extraHolidays(), List.of()),
        document.quietHours(),
        calendar.version(),
        calendar.createdAt(),
        calendar.updatedAt());
  }
}
