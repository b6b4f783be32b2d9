package app.vouch.contract;

import static app.vouch.contract.Given.input;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

abstract class CalendarScenarios extends ContractSuite {
  private static final List<Map<String, String>> WITH_BREAK =
      List.of(Map.of("from", "09:00", "to", "12:00"), Map.of("from", "13:00", "to", "17:00"));

  private static Map<String, Object> office(Object... members) {
    Map<String, Object> calendar = input(members);
    calendar.putIfAbsent("name", "Office");
    calendar.putIfAbsent("timeZone", "Europe/London");
    return calendar;
  }

  private static String made(Api api) {
    return api.write("createCalendar", office()).text("id");
  }

  @Scenario
  void shouldMakeReadAndChangeIt(Api api) {
    Outcome made =
        api.write(
            "createCalendar",
            office(
                "hours",
                Map.of("monday", WITH_BREAK, "tuesday", WITH_BREAK),
                "holidayCountry",
                "GB",
                "holidaySubdivision",
                "SCT",
                "extraHolidays",
                List.of("2026-12-24", "2026-12-23"),
                "quietHours",
                Map.of("from", "16:00", "to", "10:00")));
    String id = made.text("id");

    assertThat(id).startsWith("cal_");
    assertThat(made.text("hours.monday.1.from")).isEqualTo("13:00");
    assertThat(made.text("hours.sunday")).isEqualTo("[]");
    assertThat(made.text("extraHolidays")).isEqualTo("[2026-12-23, 2026-12-24]");
    assertThat(api.read("calendar", Map.of("id", id)).ok()).isEqualTo(made.ok());
    assertThat(api.read("calendars", Map.of()).list("id")).containsExactly(id);

    Outcome changed =
        api.write(
            "updateCalendar",
            input(
                "id",
                id,
                "version",
                1,
                "name",
                "Glasgow",
                "hours",
                Map.of("saturday", WITH_BREAK),
                "quietHours",
                null));
    assertThat(changed.text("name")).isEqualTo("Glasgow");
    assertThat(changed.text("hours.saturday.0.to")).isEqualTo("12:00");
    assertThat(changed.text("hours.monday.0.to")).isEqualTo("12:00");
    assertThat(changed.text("quietHours")).isEqualTo("null");
    assertThat(changed.text("version")).isEqualTo("2");
    assertThat(api.call("updateCalendar", Map.of("id", id, "version", 1, "name", "Late")).code())
        .isEqualTo("version-mismatch");
  }

  @Scenario
  void shouldBeOpenFromNineToFiveWhereNothingIsSaid(Api api) {
    Outcome made = api.write("createCalendar", office());

    assertThat(made.text("hours.friday.0.to")).isEqualTo("17:00");
    assertThat(made.text("hours.saturday")).isEqualTo("[]");
    assertThat(made.text("extraHolidays")).isEqualTo("[]");
  }

  @Scenario
  void shouldNameEveryFault(Api api) {
    Outcome refused =
        api.call(
            "createCalendar",
            office(
                "timeZone",
                "Mars/Olympus",
                "hours",
                Map.of(
                    "monday",
                    List.of(
                        Map.of("from", "09:00", "to", "12:00"),
                        Map.of("from", "11:00", "to", "17:00"))),
                "holidayCountry",
                "ZZ"));

    assertThat(refused.code()).isEqualTo("invalid-request");
    assertThat(refused.no().fields())
        .containsExactlyInAnyOrder("timeZone", "hours/monday/1", "holidayCountry");
    assertThat(
            api.call(
                    "createCalendar",
                    office("quietHours", Map.of("from", "9 o'clock", "to", "12:00")))
                .no()
                .fields())
        .containsExactly("quietHours/from");
    assertThat(
            api.call(
                    "updateCalendar",
                    Map.of("id", made(api), "version", 1, "holidaySubdivision", "ENG"))
                .no()
                .fields())
        .containsExactly("holidaySubdivision");
  }

  @Scenario
  void shouldBeNamedByAProgramVersionOnlyWhereItExists(Api api) {
    String program = api.write("createProgram", Map.of("name", "Partners")).text("id");
    String id = made(api);
    String theirs = made(api.ofAnotherTenant());

    Outcome draft =
        api.write("createProgramVersion", Map.of("programId", program, "calendarId", id));
    assertThat(draft.text("calendarId")).isEqualTo(id);
    for (String wrong : List.of(theirs, "cal_01h455vb4pex5vsknk084sn02q")) {
      Outcome refused =
          api.call("createProgramVersion", Map.of("programId", program, "calendarId", wrong));
      assertThat(refused.code()).isEqualTo("unknown-reference");
      assertThat(refused.no().message()).contains("/calendarId", wrong);
      assertThat(
              api.call(
                      "updateProgramVersion",
                      Map.of("id", draft.text("id"), "version", 1, "calendarId", wrong))
                  .code())
          .isEqualTo("unknown-reference");
    }
    assertThat(
            api.call("createProgramVersion", Map.of("programId", program, "calendarId", program))
                .no()
                .fields())
        .containsExactly("calendarId");
    assertThat(api.write("publishProgramVersion", Map.of("id", draft.text("id"))).text("state"))
        .isEqualTo("PUBLISHED");
  }
}
