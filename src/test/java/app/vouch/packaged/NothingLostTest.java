package app.vouch.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.demo.Caller;
import app.vouch.demo.Caller.Answer;
import app.vouch.demo.Service;
import app.vouch.image.PackagedApp;
import app.vouch.local.FragileDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Replicas under load are killed at random, and the database once, while receivers fail, are slow
 * and want order. Afterwards every pair of an event and an endpoint has a delivery that is over or
 * waits, and no receiver got more than attempts that were recorded or cut off.
 *
 * <p>Needs a production build in {@code vouch.app.dir}: {@code make test-production}.
 */
@Tag("packaged")
@Timeout(7200)
class NothingLostTest {
  private static final boolean SOAK = Boolean.getBoolean("vouch.soak");
  private static final int KILLS = SOAK ? 50 : 3;
  private static final int REPLICAS = SOAK ? 3 : 2;
  private static final Path PLACE = Path.of("target/nothing-lost");
  private static final int WRITERS = 2;
  private static final int CONCURRENCY = 4;
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(4);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofMinutes(4);
  private static final List<String> MILESTONES = List.of("CONTACTED", "MEETING", "WON");

  @Test
  @Tag("soak")
  void shouldLoseNothingWhenReplicasAreKilled() throws Exception {
    PackagedApp.assumeProduction();
    delete(PLACE);
    try (FragileDatabase database = new FragileDatabase(PLACE.resolve("database"));
        Replicas replicas = new Replicas(REPLICAS, settings(database), 20261122);
        CountingReceiver well = new CountingReceiver(number -> 200, Duration.ZERO);
        CountingReceiver failing =
            new CountingReceiver(number -> number % 3 == 0 ? 503 : 200, Duration.ZERO);
        CountingReceiver slow = new CountingReceiver(number -> 204, Duration.ofMillis(200));
        CountingReceiver ordered =
            new CountingReceiver(number -> number % 5 == 0 ? 500 : 200, Duration.ofMillis(20))) {
      Caller api = new Caller(replicas.url(0), Service.API_KEY, Replicas.patience());
      Map<String, CountingReceiver> endpoints = new HashMap<>();
      endpoints.put(endpoint(api, well, false), well);
      endpoints.put(endpoint(api, failing, false), failing);
      endpoints.put(endpoint(api, slow, false), slow);
      endpoints.put(endpoint(api, ordered, true), ordered);

      play(replicas, database);

      try (Connection connection = connect(database)) {
        await()
            .atMost(SOON)
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(() -> assertThat(unfinished(connection)).isEmpty());
        requireNothingMissing(connection, endpoints.size());
        for (CountingReceiver receiver : endpoints.values()) {
          long recorded = attempts(connection, receiver.url());
          assertThat(receiver.arrivals() - recorded)
              .as("arrivals that no attempt was recorded for, each cut off by a kill")
              .isBetween(0L, (long) KILLS * CONCURRENCY);
        }
      }
      assertThat(ordered.sequences()).isNotEmpty();
      assertThat(ordered.sequences().values()).allSatisfy(seen -> assertThat(seen).isSorted());
    }
  }

  private static Map<String, String> settings(FragileDatabase database) {
    Map<String, String> settings = new HashMap<>(Service.SOON_OVER_A_CRASH);
    settings.put("VOUCH_DB_URL", database.url());
    settings.put("VOUCH_DB_USER", database.user());
    settings.put("VOUCH_DB_PASSWORD", database.password());
    settings.put("VOUCH_SECRET_KEY", "k1:" + "A".repeat(43) + "=");
    settings.put("VOUCH_REPLICAS", Integer.toString(REPLICAS));
    settings.put("VOUCH_DELIVERY_SCHEDULE", "PT0S,PT0.2S,PT0.5S,PT1S,PT1S,PT1S,PT1S,PT1S");
    settings.put("VOUCH_DELIVERY_LANE_LEASE", "PT3S");
    settings.put("JAVA_TOOL_OPTIONS", "-Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    return settings;
  }

  /** Writers write until every kill was survived; half way through, the database is killed. */
  private static void play(Replicas replicas, FragileDatabase database) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Future<Integer>> writers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (int i = 0; i < WRITERS; i++) {
        String name = "writer-" + i;
        Caller api = new Caller(replicas.url(i), Service.API_KEY, Replicas.patience());
        writers.add(threads.submit(writer(api, name, over)));
      }
      try {
        for (int i = 0; i < KILLS; i++) {
          Thread.sleep(BETWEEN_KILLS.toMillis());
          replicas.killOne();
          if (i == KILLS / 2) {
            database.killAndStart();
          }
        }
        Thread.sleep(BETWEEN_KILLS.toMillis());
      } finally {
        over.set(true);
      }
      for (Future<Integer> writer : writers) {
        assertThat(writer.get()).isPositive();
      }
    }
  }

  private static Callable<Integer> writer(Caller api, String name, AtomicBoolean over) {
    return () -> {
      int deals = 0;
      while (!over.get()) {
        for (int step = 0; step < MILESTONES.size(); step++) {
          report(api, name + "-" + deals, step);
        }
        deals++;
        Thread.sleep(PAUSE.toMillis());
      }
      return deals;
    };
  }

  /** Again, with the same key, while the database is down. */
  private static void report(Caller api, String deal, int step) throws Exception {
    for (int left = 200; ; left--) {
      Answer answer =
          api.post(
              "crm:mia",
              deal + "-" + step,
              "/v1/deals",
              Map.of(
                  "name",
                  "Rollout " + step,
                  "externalRefs",
                  List.of(Map.of("system", "crm", "id", deal)),
                  "amount",
                  Map.of("amount", (1000 + step) + ".00", "currency", "USD"),
                  "milestone",
                  MILESTONES.get(step)));
      if (answer.status() != 503 || left == 0) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return;
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private static String endpoint(Caller api, CountingReceiver receiver, boolean ordered)
      throws Exception {
    Answer made =
        api.post(
            "crm:mia",
            receiver.url(),
            "/v1/webhook-endpoints",
            Map.of(
                "url",
                receiver.url(),
                "eventTypes",
                List.of("deal.*"),
                "ordered",
                ordered,
                "concurrency",
                CONCURRENCY));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.text("/id");
  }

  /** Every event that there is has a delivery to each endpoint, and each of those has its place. */
  private static void requireNothingMissing(Connection connection, int endpoints)
      throws SQLException {
    long events = count(connection, "event where type like 'deal.%'");
    assertThat(events).isGreaterThan(20);
    assertThat(count(connection, "delivery")).isEqualTo(events * endpoints);
    assertThat(
            count(
                connection,
                """
                event e join webhook_endpoint p on p.tenant_id = e.tenant_id
                left join delivery d on d.endpoint_id = p.id and d.event_id = e.id
                where e.type like 'deal.%' and d.id is null"""))
        .as("events without a delivery")
        .isZero();
    assertThat(count(connection, "delivery where state not in ('DELIVERED','DEAD','HELD')"))
        .isZero();
    assertThat(count(connection, "wh_sending")).as("slots that leaked").isZero();
    assertThat(count(connection, "wh_ready")).as("rows that nobody takes").isZero();
    assertThat(
            count(
                connection,
                """
                delivery d left join wh_dead w on w.delivery_id = d.id
                where d.state = 'DEAD' and w.delivery_id is null"""))
        .as("given up and not listed")
        .isZero();
  }

  /** What is under way still, by endpoint and state. */
  private static List<String> unfinished(Connection connection) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select p.url, d.state, r.band, l.owner is not null as owned,
                  h.held_since is not null as held, count(*) as n, min(d.tries), max(d.tries)
                from delivery d join webhook_endpoint p on p.id = d.endpoint_id
                left join wh_ready r on r.delivery_id = d.id
                left join wh_lane l on l.endpoint_id = p.id
                left join wh_health h on h.endpoint_id = p.id
                where d.state in ('SCHEDULED', 'SENDING') group by 1, 2, 3, 4, 5""")) {
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.append(rows.getString(i)).append(' ');
        }
        found.add(row.toString());
      }
    }
    return found;
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static long attempts(Connection connection, String url) throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            select count(*) from delivery_attempt a join delivery d on d.id = a.delivery_id
            join webhook_endpoint p on p.id = d.endpoint_id where p.url = ? and a.status is not null
            """)) {
      query.setString(1, url);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static long count(Connection connection, String what) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + what)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Connection connect(FragileDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
