package app.vouch.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestDatabase;
import app.vouch.demo.Caller;
import app.vouch.demo.Caller.Answer;
import app.vouch.demo.Mishaps;
import app.vouch.demo.Receiver;
import app.vouch.demo.Service;
import app.vouch.demo.Story;
import app.vouch.image.PackagedApp;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The production jar is killed with {@code kill -9} while its database lives on: nothing that was
 * acknowledged is lost, nothing happens twice, and what was waiting goes on after the restart.
 *
 * <p>Needs a production build in {@code vouch.app.dir}: {@code make test-production}.
 */
@Tag("packaged")
class CrashTest {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final int MOST_KILLS = 6;
  private static final int TIMERS = 12;
  private static final Duration LEAST_DEFERRAL = Duration.ofDays(1);

  /** Its log stays, for when the test fails. */
  private static final Path FOLDER = Path.of("target/crash");

  private static Service service;
  private static String database;
  private int tenants;

  @BeforeAll
  static void start() throws Exception {
    PackagedApp.assumeProduction();
    Map<String, String> settings = new HashMap<>();
    database = TestDatabase.emptyDatabase("crash");
    settings.put("VOUCH_DB_URL", database);
    settings.put("VOUCH_DB_USER", TestDatabase.user());
    settings.put("VOUCH_DB_PASSWORD", TestDatabase.password());
    settings.put("VOUCH_TIMERS_POLLING", "PT0.2S");
    settings.put("VOUCH_TIMERS_HEARTBEAT", "PT1S");
    settings.putAll(Service.SOON_OVER_A_CRASH);
    settings.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    service = new Service(FOLDER, settings).start();
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void shouldLoseNothingAndDoNothingTwiceWhenKilledAtAnyMomentOfTheStory() throws Exception {
    long seed = Long.getLong("vouch.seed", System.nanoTime());
    System.out.println("seed of the kills: " + seed);
    Crashes crashes = new Crashes(service, seed, MOST_KILLS);
    String importer = tenant();
    Caller owner = new Caller(service.url(), tenant(), crashes);
    program(calm(importer));
    CaptureStream captures =
        new CaptureStream(new Caller(service.url(), importer, crashes.bystander()));

    List<String> acknowledged;
    try (Receiver crm = new Receiver();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<String>> stream = threads.submit(captures);
      try {
        new Story(owner, crm, () -> {}).play();
      } finally {
        captures.stop();
      }
      acknowledged = stream.get();
    }
    crashes.end();

    assertThat(crashes.kills()).isPositive();
    assertThat(ids(calm(importer).get("/v1/referrals?limit=200")))
        .containsExactlyInAnyOrderElementsOf(acknowledged);
    assertLogged(calm(importer), "referral.captured", acknowledged);
  }

  @Test
  void shouldFireATimerOnceWhenKilledBetweenCommitAndFiring() throws Exception {
    Caller api = calm(tenant());
    program(api);
    String introduction = introduction(api, 0);
    Instant due = Instant.now().plusSeconds(10);
    defer(api, introduction, due);

    service.kill();

    assertThat(Instant.now()).as("killed before it was due").isBefore(due);
    service.start();
    await().atMost(SOON).until(() -> state(api, introduction).equals("REQUESTED"));
    assertThat(Instant.now()).isAfter(due);
    assertLogged(api, "introduction.resumed", List.of(introduction));
  }

  @Test
  void shouldFireEveryTimerOnceWhenKilledWhileTheyFire() throws Exception {
    Caller api = calm(tenant());
    program(api);
    List<String> introductions = new ArrayList<>();
    for (int i = 0; i < TIMERS; i++) {
      introductions.add(introduction(api, i));
    }
    Instant due = Instant.now().plusSeconds(2);
    for (String introduction : introductions) {
      defer(api, introduction, due);
    }
    await().atMost(SOON).until(() -> state(api, introductions.getFirst()).equals("REQUESTED"));

    service.kill();
    service.start();

    for (String introduction : introductions) {
      await().atMost(SOON).until(() -> state(api, introduction).equals("REQUESTED"));
    }
    assertLogged(api, "introduction.resumed", introductions);
  }

  /** Kim may be asked as often as there are timers. */
  private static final Map<String, ?> RULES =
      Map.of(
          "introductions",
          Map.of("protection", Map.of("asksPer90Days", TIMERS, "coolDown", "P0D")));

  /** The key of a new tenant. */
  private String tenant() throws Exception {
    if (!service.isAlive()) {
      service.start();
    }
    Answer made =
        new Caller(service.url(), Service.OPERATOR_KEY, Mishaps.NONE)
            .post(
                "ops:operator",
                "tenant-" + System.nanoTime(),
                "/v1/tenants",
                Map.of("name", "Tenant " + ++tenants));
    assertThat(made.status()).isEqualTo(201);
    return made.text("/liveKey");
  }

  private static Caller calm(String key) {
    return new Caller(service.url(), key, Mishaps.NONE);
  }

  private static void program(Caller api) throws Exception {
    String program = made(api, "program", "/v1/programs", Map.of("name", "Customers"));
    String version = made(api, "version", "/v1/programs/" + program + "/versions", RULES);
    api.post("crm:mia", "publish", "/v1/program-versions/" + version + "/publish", Map.of());
    made(
        api,
        "referrer",
        "/v1/referrers",
        Map.of("person", Map.of("name", "Kim Park", "email", "kim@beta.example"), "code", "KIM42"));
  }

  private static String introduction(Caller api, int number) throws Exception {
    String referral =
        made(
            api,
            "referral-" + number,
            "/v1/referrals",
            Map.of(
                "prospect",
                Map.of("name", "Ann Lee", "email", "ann@acme" + number + ".example"),
                "referrer",
                Map.of("code", "KIM42")));
    return made(
        api,
        "introduction-" + number,
        "/v1/introductions",
        Map.of(
            "referralId",
            referral,
            "requester",
            Map.of("name", "Sam Seller", "email", "sam@seller.example"),
            "subject",
            "Shorter month ends at Acme",
            "context",
            "Ann fights with month-end closing; Sam's team cut Kim's closing to two days."));
  }

  private static String made(Caller api, String key, String path, Map<String, ?> body)
      throws Exception {
    Answer answer = api.post("crm:mia", key, path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.text("/id");
  }

  /** Nobody may defer for less than a day: the timer is set forward in the database. */
  private static void defer(Caller api, String introduction, Instant until) throws Exception {
    Answer deferred =
        api.post(
            "crm:mia",
            "defer-" + introduction,
            "/v1/introductions/" + introduction + "/transitions",
            Map.of("action", "DEFER", "until", until.plus(LEAST_DEFERRAL).toString()));
    assertThat(deferred.text("/state")).as(deferred.toString()).isEqualTo("DEFERRED");
    try (var connection =
            DriverManager.getConnection(database, TestDatabase.user(), TestDatabase.password());
        var statement =
            connection.prepareStatement(
                "update scheduled_tasks set execution_time = execution_time - interval 1 day"
                    + " where task_name = 'introduction-deferral-end' and task_instance like ?")) {
      statement.setString(1, "%:" + introduction + ":%");
      assertThat(statement.executeUpdate()).as(introduction).isOne();
    }
  }

  private static String state(Caller api, String introduction) throws Exception {
    return api.get("/v1/introductions/" + introduction).text("/state");
  }

  private static List<String> ids(Answer list) {
    List<String> ids = new ArrayList<>();
    list.body().path("data").forEach(row -> ids.add(row.path("id").asText()));
    return ids;
  }

  /** That the log has such an event once for each; it shows events a moment after the commit. */
  private static void assertLogged(Caller api, String type, List<String> resources) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(events(api, type)).containsExactlyInAnyOrderElementsOf(resources));
  }

  private static List<String> events(Caller api, String type) throws Exception {
    List<String> resources = new ArrayList<>();
    String after = "";
    JsonNode page;
    do {
      page = api.get("/v1/events?limit=200&types=" + type + after).body();
      page.path("data").forEach(event -> resources.add(event.at("/resource/id").asText()));
      after = "&after=" + page.at("/page/nextCursor").asText();
    } while (page.at("/page/hasMore").asBoolean());
    return resources;
  }
}
