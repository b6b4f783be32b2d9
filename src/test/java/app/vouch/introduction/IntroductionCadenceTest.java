package app.vouch.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.RecordedEvents;
import app.vouch.TestRealm;
import app.vouch.platform.timer.TimerRestart;
import app.vouch.shared.IdType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reminders and follow-ups, over a month and a year, with the clocks going forward and back and
 * timers that begin anew in between.
 */
@Tag("once")
@QuarkusTest
@Timeout(600)
class IntroductionCadenceTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<Period> FOLLOW_UPS =
      List.of(Period.ofDays(2), Period.ofWeeks(2), Period.ofMonths(2));
  private static final String FOLLOW_UP_DUE = "introduction.follow_up_due";

  @Inject TimerWalk walk;
  @Inject IntroductionFollowUp followUp;
  @Inject TimerRestart timers;
  @Inject RecordedEvents recorded;
  @Inject TestRealm realm;

  /** So many days before the clocks in a zone change next. */
  private void goBeforeChange(String tenant, ZoneId zone, int days) {
    Instant soonest = walk.now().plus(Duration.ofDays(days));
    walk.to(
        tenant, zone.getRules().nextTransition(soonest).getInstant().minus(Duration.ofDays(days)));
  }

  private static List<Instant> after(Instant start, ZoneId zone, List<Period> periods) {
    ZonedDateTime local = start.atZone(zone);
    return periods.stream().map(period -> local.plus(period).toInstant()).toList();
  }

  private static List<String> kinds(String... kinds) {
    return List.of(kinds);
  }

  private static List<String> introducedWith(int followUps) {
    List<String> all =
        new ArrayList<>(kinds("CONNECTOR_ASK", "PROSPECT_INVITATION", "INTRODUCTION"));
    for (int i = 0; i < followUps; i++) {
      all.addAll(kinds("REQUESTER_FOLLOW_UP", "CONNECTOR_FOLLOW_UP"));
    }
    return all;
  }

  private void assertGivenAt(List<Instant> given, List<Instant> due) {
    assertThat(given).hasSameSizeAs(due);
    for (int i = 0; i < due.size(); i++) {
      assertThat(given.get(i)).isAfterOrEqualTo(due.get(i));
      assertThat(Duration.between(due.get(i), given.get(i))).isLessThan(Duration.ofMinutes(10));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/London", "America/Chicago"})
  void shouldGiveEveryNoticeOnceAndAtItsTimeOfDayWhileTheClocksChange(String name) {
    ZoneId zone = ZoneId.of(name);
    CadenceStory story = new CadenceStory(Map.of("timeZone", name));
    String tenant = story.tenant();
    goBeforeChange(tenant, zone, 1);
    Instant start = walk.now();
    String silent = story.requested();
    String waiting = story.requested();
    story.says(waiting, "CONNECTOR_ACCEPT");
    String forgotten = story.introduced();
    String replied = story.introduced();
    String closed = story.introduced();
    String regretted = story.introduced();
    Instant introduced = story.introducedAt(forgotten);
    List<Instant> due = after(introduced, zone, FOLLOW_UPS);
    assertThat(walk.times(tenant, IntroductionFollowUp.NAME, forgotten)).isEqualTo(due);
    assertThat(due.getFirst().atZone(zone).toLocalTime())
        .as("the clocks have changed, the time of day has not")
        .isEqualTo(introduced.atZone(zone).toLocalTime());
    assertThat(Duration.between(introduced, due.getFirst())).isNotEqualTo(Duration.ofDays(2));

    timers.restart();
    walk.to(tenant, start.plus(Duration.ofDays(3)));
    timers.restart();
    story.does(replied, Map.of("action", "RECORD_REPLY"));
    story.does(regretted, Map.of("action", "WITHDRAW", "party", "PROSPECT"));
    walk.to(tenant, start.plus(Duration.ofDays(20)));
    timers.restart();
    story.does(closed, Map.of("action", "CLOSE", "outcome", "NO_ANSWER"));
    walk.to(tenant, start.plus(Duration.ofDays(30)));
    timers.restart();
    walk.to(tenant, start.plus(Duration.ofDays(100)));

    assertThat(story.state(silent)).isEqualTo("EXPIRED");
    assertThat(story.messages(silent)).isEqualTo(kinds("CONNECTOR_ASK", "CONNECTOR_REMINDER"));
    assertThat(story.state(waiting)).isEqualTo("EXPIRED");
    assertThat(story.messages(waiting))
        .isEqualTo(
            kinds(
                "CONNECTOR_ASK",
                "PROSPECT_INVITATION",
                "PROSPECT_REMINDER",
                "PROSPECT_REMINDER",
                "CONNECTOR_CALLED_OFF"));
    assertThat(story.messages(forgotten)).isEqualTo(introducedWith(3));
    assertThat(story.messages(replied)).isEqualTo(introducedWith(1));
    assertThat(story.messages(closed)).isEqualTo(introducedWith(2));
    assertThat(story.state(regretted)).isEqualTo("INTRODUCED");
    assertThat(story.messages(regretted)).isEqualTo(introducedWith(1));
    assertGivenAt(story.times(forgotten, MessageKind.REQUESTER_FOLLOW_UP), due);
    assertGivenAt(story.times(forgotten, MessageKind.CONNECTOR_FOLLOW_UP), due);
    Instant asked = story.times(waiting, MessageKind.PROSPECT_INVITATION).getFirst();
    assertGivenAt(
        story.times(waiting, MessageKind.PROSPECT_REMINDER),
        after(asked, zone, List.of(Period.ofDays(4), Period.ofDays(9))));
    assertThat(recorded.of(IdType.INTRODUCTION, forgotten))
        .filteredOn(type -> !type.equals("introduction.message_due"))
        .containsExactly(
            "introduction.requested",
            "introduction.connector_accepted",
            "introduction.prospect_asked",
            "introduction.agreed",
            "introduction.introduced",
            FOLLOW_UP_DUE,
            FOLLOW_UP_DUE,
            FOLLOW_UP_DUE,
            FOLLOW_UP_DUE,
            FOLLOW_UP_DUE,
            FOLLOW_UP_DUE);
  }

  /** Monday to Friday 9 to 12 and 13 to 17, nothing before 9:30. */
  private static boolean isWelcome(ZonedDateTime at, Set<LocalDate> holidays) {
    boolean weekend =
        at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    LocalTime time = at.toLocalTime();
    boolean morning = !time.isBefore(LocalTime.of(9, 30)) && time.isBefore(LocalTime.of(12, 0));
    boolean afternoon = !time.isBefore(LocalTime.of(13, 0)) && time.isBefore(LocalTime.of(17, 0));
    return !weekend && !holidays.contains(at.toLocalDate()) && (morning || afternoon);
  }

  /** The time itself or the first full minute at which a message is welcome, found by trying. */
  private static Instant welcome(Instant wanted, Set<LocalDate> holidays) {
    ZonedDateTime at = wanted.atZone(CHICAGO);
    if (!isWelcome(at, holidays)) {
      at = at.truncatedTo(ChronoUnit.MINUTES);
      while (!isWelcome(at, holidays)) {
        at = at.plusMinutes(1);
      }
    }
    return at.toInstant();
  }

  private static List<Instant> welcome(List<Instant> wanted, Set<LocalDate> holidays) {
    return wanted.stream().map(at -> welcome(at, holidays)).toList();
  }

  private static Map<String, Object> office(Set<LocalDate> holidays) {
    List<Map<String, String>> day =
        List.of(Map.of("from", "09:00", "to", "12:00"), Map.of("from", "13:00", "to", "17:00"));
    return Map.of(
        "name",
        "Office",
        "timeZone",
        CHICAGO.getId(),
        "hours",
        Map.of("monday", day, "tuesday", day, "wednesday", day, "thursday", day, "friday", day),
        "extraHolidays",
        holidays.stream().map(LocalDate::toString).toList(),
        "quietHours",
        Map.of("from", "21:00", "to", "09:30"));
  }

  @Test
  void shouldKeepToTheCalendarForAYearWithRestarts() {
    Instant first = walk.now();
    Set<LocalDate> holidays =
        Set.of(
            first.plus(Duration.ofDays(14)).atZone(CHICAGO).toLocalDate(),
            first.plus(Duration.ofDays(15)).atZone(CHICAGO).toLocalDate(),
            first.plus(Duration.ofDays(45)).atZone(CHICAGO).toLocalDate());
    CadenceStory story = CadenceStory.with(office(holidays));
    String tenant = story.tenant();
    Map<String, List<Instant>> due = new LinkedHashMap<>();
    for (int i = 0; i < 9; i++) {
      String id = story.introduced();
      List<Instant> expected =
          welcome(after(story.introducedAt(id), CHICAGO, FOLLOW_UPS), holidays);
      assertThat(walk.times(tenant, IntroductionFollowUp.NAME, id)).isEqualTo(expected);
      due.put(id, expected);
      String silent = story.requested();
      Instant asked = story.times(silent, MessageKind.CONNECTOR_ASK).getFirst();
      Instant reminder =
          welcome(after(asked, CHICAGO, List.of(Period.ofDays(3))), holidays).getFirst();
      walk.to(tenant, first.plus(Duration.ofDays(41L * (i + 1)).plusHours(5L * i)));
      assertThat(story.state(silent)).isEqualTo("EXPIRED");
      assertGivenAt(story.times(silent, MessageKind.CONNECTOR_REMINDER), List.of(reminder));
      timers.restart();
    }
    walk.to(tenant, first.plus(Duration.ofDays(400)));

    assertThat(due.values().stream().flatMap(List::stream).map(CHICAGO.getRules()::getOffset))
        .as("the clocks have changed meanwhile")
        .contains(ZoneOffset.ofHours(-6), ZoneOffset.ofHours(-5));
    due.forEach(
        (id, expected) -> {
          assertThat(story.messages(id)).isEqualTo(introducedWith(3));
          assertGivenAt(story.times(id, MessageKind.REQUESTER_FOLLOW_UP), expected);
          assertGivenAt(story.times(id, MessageKind.CONNECTOR_FOLLOW_UP), expected);
          assertThat(Collections.frequency(recorded.of(IdType.INTRODUCTION, id), FOLLOW_UP_DUE))
              .isEqualTo(6);
        });
    assertThat(walk.timers(tenant)).noneMatch(timer -> timer.step().startsWith("introduction"));
  }

  @Test
  void shouldWaitForTheNextOpeningWhenATimerFiresLate() {
    CadenceStory story = CadenceStory.with(office(Set.of()));
    String tenant = story.tenant();
    ZonedDateTime tuesday =
        walk.now()
            .atZone(CHICAGO)
            .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
            .with(LocalTime.of(10, 0));
    walk.to(tenant, tuesday.toInstant());
    String id = story.introduced();

    ZonedDateTime saturday = tuesday.plusDays(4);
    walk.jump(saturday.toInstant());
    Instant monday = saturday.plusDays(2).with(LocalTime.of(9, 30)).toInstant();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(walk.times(tenant, IntroductionFollowUp.NAME, id)).startsWith(monday));
    assertThat(story.messages(id)).isEqualTo(introducedWith(0));
    walk.to(tenant, monday.plus(Duration.ofMinutes(1)));

    assertThat(story.messages(id)).isEqualTo(introducedWith(1));
  }

  @Test
  void shouldGiveOneNoticeWhenTheTimerRunsSeveralTimesAtOnce() throws Exception {
    CadenceStory story = new CadenceStory(Map.of());
    String id = story.introduced();
    UUID tenant = IdType.TENANT.inPath(story.tenant());
    UUID introduction = IdType.INTRODUCTION.inPath(id);
    String which =
        walk.timers(story.tenant()).stream()
            .filter(timer -> timer.step().equals(IntroductionFollowUp.NAME) && timer.isOf(id))
            .findFirst()
            .orElseThrow()
            .which();

    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        runs.add(
            threads.submit(
                () ->
                    realm.in(
                        tenant,
                        () -> {
                          followUp.run(introduction, which);
                          return true;
                        })));
      }
      for (Future<?> run : runs) {
        run.get(120, TimeUnit.SECONDS);
      }
    }
    assertThat(story.messages(id)).isEqualTo(introducedWith(1));
    walk.to(story.tenant(), walk.now().plus(Duration.ofDays(3)));

    assertThat(story.messages(id)).isEqualTo(introducedWith(1));
    assertThat(Collections.frequency(recorded.of(IdType.INTRODUCTION, id), FOLLOW_UP_DUE))
        .isEqualTo(2);
  }

  @Test
  void shouldAskNobodyWhenThePartiesWantNoMessages() {
    CadenceStory story = new CadenceStory(Map.of());
    String id = story.introduced();
    String other = story.introduced();
    story.suppressProspect(id);

    walk.to(story.tenant(), walk.now().plus(Duration.ofDays(100)));

    assertThat(story.messages(id)).isEqualTo(introducedWith(0));
    assertThat(story.messages(other)).isEqualTo(introducedWith(3));
  }

  @Test
  void shouldRenderAQuestionForEachSide() {
    CadenceStory story = new CadenceStory(Map.of());
    String id = story.introduced();
    walk.to(story.tenant(), walk.now().plus(Duration.ofDays(2)).plusSeconds(60));

    List<Map<String, Object>> due =
        story.messageRows(id).stream()
            .filter(message -> String.valueOf(message.get("kind")).endsWith("FOLLOW_UP"))
            .toList();
    assertThat(due)
        .extracting(message -> message.get("recipientRole"))
        .containsExactly("REQUESTER", "CONNECTOR");
    assertThat(due.getFirst().get("recipientPersonId")).isNull();
    assertThat(due.getLast().get("recipientPersonId")).asString().startsWith("per_");
    List<String> texts =
        due.stream()
            .map(m -> story.post("/v1/messages/" + m.get("id") + "/render", "").getString("text"))
            .toList();
    assertThat(texts.getFirst()).startsWith("Hello Sam Seller,").contains("Ann Lee");
    assertThat(texts.getLast()).startsWith("Hello Kim Park,").contains("Ann Lee", "Sam Seller");
  }
}
