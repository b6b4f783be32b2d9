package app.vouch.program.calendar;

import app.vouch.shared.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Changes a calendar over GraphQL; what is left out stays, also single days of the hours.
 *
 * @param version the version that the caller has read
 * @param remove what has its default again
 */
@Input("UpdateCalendarInput")
public record UpdateCalendar(
    @Id @NonNull String id,
    int version,
    @Nullable String name,
    @Nullable String timeZone,
    @Nullable WeekHours hours,
    @Nullable String holidayCountry,
    @Nullable String holidaySubdivision,
    @Nullable List<@NonNull LocalDate> extraHolidays,
    @Nullable HoursSpan quietHours,
    @Nullable List<@NonNull CalendarField> remove,
    @Nullable String idempotencyKey) {

  public UpdateCalendar {}

  /**
   * @throws Refusal.Invalid when something is set and removed
   */
  PatchCalendar patch(ObjectMapper json) {
    ObjectNode changes = json.valueToTree(this);
    changes.remove(List.of("id", "version", "remove", "idempotencyKey"));
    withoutNulls(changes);
    for (CalendarField field : remove == null ? List.<CalendarField>of() : remove) {
      if (changes.has(field.member())) {
        throw new Refusal.Invalid("/remove", "ambiguous", "names " + field + ", which is set too");
      }
      changes.putNull(field.member());
    }
    return new PatchCalendar(id, version, changes, idempotencyKey);
  }

  private static void withoutNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.removeIf(JsonNode::isNull);
    }
    node.forEach(UpdateCalendar::withoutNulls);
  }
}
