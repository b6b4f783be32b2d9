package app.vouch.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestDatabase;
import app.vouch.demo.Caller;
import app.vouch.demo.Caller.Answer;
import app.vouch.demo.Mishaps;
import app.vouch.demo.Service;
import app.vouch.image.PackagedApp;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three replicas on one database, one of them killed with {@code kill -9} while it holds due
 * timers: every notice is made once, by whoever is left.
 *
 * <p>Needs a production build in {@code vouch.app.dir}: {@code make test-production}.
 */
@Tag("packaged")
class ReplicasTest {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final int REPLICAS = 3;
  private static final int REMINDED = 16;
  private static final int EXPIRED = 16;

  /** A replica takes along sixteen timers at most, so with more than this all three hold some. */
  private static final int HELD_BY_TWO = 32;

  private static final Map<String, ?> RULES =
      Map.of(
          "introductions",
          Map.of(
              "connector",
              Map.of("expires", "P14D", "reminders", List.of("P2D", "P4D")),
              "protection",
              Map.of("asksPer90Days", REMINDED + EXPIRED, "coolDown", "P0D")));

  private final List<Service> replicas = new ArrayList<>();

  @AfterEach
  void stop() {
    replicas.forEach(Service::close);
  }

  @Test
  void shouldMakeEveryNoticeOnceWhenOneOfThreeReplicasIsKilledWhileTimersFire() throws Exception {
    PackagedApp.assumeProduction();
    String database = TestDatabase.emptyDatabase("replicas");
    start(database);
    Service victim = replicas.getFirst();
    Caller api = new Caller(replicas.getLast().url(), Service.API_KEY, Mishaps.NONE);
    program(api);
    List<String> reminded = introductions(api, "reminded", REMINDED);
    List<String> expired = introductions(api, "expired", EXPIRED);
    List<String> reminders = new ArrayList<>(reminded);
    reminders.addAll(reminded);

    try (Connection timers = connect(database);
        Connection some = connect(database);
        Connection others = connect(database)) {
      lockHalf(some, "asc");
      lockHalf(others, "desc");
      timers.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      makeDue(timers, "introduction-reminder", reminded);
      makeDue(timers, "introduction-expiry", expired);
      await().atMost(SOON).until(() -> count(timers, "picked") > HELD_BY_TWO);
      int due = count(timers, "execution_time < '2026-01-02'");
      some.rollback();
      await().atMost(SOON).until(() -> count(timers, "execution_time < '2026-01-02'") < due);
      victim.kill();
      others.rollback();

      assertLogged(api, "introduction.reminder_due", reminders);
      assertLogged(api, "introduction.expired", expired);

      victim.start();
      await().atMost(SOON).until(() -> count(timers, "picked or execution_time < now()") == 0);
      assertLogged(api, "introduction.reminder_due", reminders);
      assertLogged(api, "introduction.expired", expired);
    }
  }

  private void start(String database) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("VOUCH_DB_URL", database);
    settings.put("VOUCH_DB_USER", TestDatabase.user());
    settings.put("VOUCH_DB_PASSWORD", TestDatabase.password());
    settings.put("VOUCH_SECRET_KEY", "k1:" + "A".repeat(43) + "=");
    settings.put("VOUCH_REPLICAS", Integer.toString(REPLICAS));
    settings.put("VOUCH_TIMERS_POLLING", "PT0.2S");
    settings.put("VOUCH_TIMERS_HEARTBEAT", "PT1S");
    settings.put("JAVA_TOOL_OPTIONS", "-Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    for (int i = 0; i < REPLICAS; i++) {
      Service replica = new Service(Path.of("target/replicas/" + i), settings);
      replicas.add(replica);
      replica.start();
    }
  }

  private static Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(database, TestDatabase.user(), TestDatabase.password());
  }

  /** Holds the half of the introductions at one end: their timers are taken along, and wait. */
  private static void lockHalf(Connection connection, String order) throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    int half = (REMINDED + EXPIRED) / 2;
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select id from introduction order by id %s limit %d for update"
                    .formatted(order, half))) {
      int locked = 0;
      while (rows.next()) {
        locked++;
      }
      assertThat(locked).isEqualTo(half);
    }
  }

  private static void makeDue(Connection connection, String step, List<String> introductions)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "update scheduled_tasks set execution_time = '2026-01-01'"
                + " where task_name = ? and task_instance like ?")) {
      for (String introduction : introductions) {
        statement.setString(1, step);
        statement.setString(2, "%:" + introduction + ":%");
        assertThat(statement.executeUpdate()).as(introduction).isPositive();
      }
    }
  }

  private static int count(Connection connection, String condition) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select count(*) from scheduled_tasks where " + condition)) {
      rows.next();
      return rows.getInt(1);
    }
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

  private static List<String> introductions(Caller api, String word, int number) throws Exception {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      made.add(introduction(api, word + i));
    }
    return Collections.unmodifiableList(made);
  }

  private static String introduction(Caller api, String name) throws Exception {
    String referral =
        made(
            api,
            "referral-" + name,
            "/v1/referrals",
            Map.of(
                "prospect",
                Map.of("name", "Ann Lee", "email", "ann@" + name + ".example"),
                "referrer",
                Map.of("code", "KIM42")));
    return made(
        api,
        "introduction-" + name,
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

  /** That the log has such an event as often as the resource is listed, and of no other. */
  private static void assertLogged(Caller api, String type, List<String> resources) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(events(api, type)).containsExactlyInAnyOrderElementsOf(resources));
  }

  private static List<String> events(Caller api, String type) throws Exception {
    JsonNode page = api.get("/v1/events?limit=200&types=" + type).body();
    assertThat(page.at("/page/hasMore").asBoolean()).isFalse();
    List<String> resources = new ArrayList<>();
    page.path("data").forEach(event -> resources.add(event.at("/resource/id").asText()));
    return resources;
  }
}
