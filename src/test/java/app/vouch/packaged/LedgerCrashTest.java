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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The production jar is killed with {@code kill -9} at random moments while several callers win
 * deals and pay rewards. Afterwards the books hold each of them once and nothing else, and are
 * proved sound.
 *
 * <p>Needs a production build in {@code vouch.app.dir}: {@code make test-production}.
 */
@Tag("packaged")
class LedgerCrashTest {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final int CALLERS = 4;
  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 500;

  /** Its log stays, for when the test fails. */
  private static final Path FOLDER = Path.of("target/ledger-crash");

  private Service service;

  @BeforeEach
  void start() throws Exception {
    PackagedApp.assumeProduction();
    Map<String, String> settings = new HashMap<>();
    settings.put("VOUCH_DB_URL", TestDatabase.emptyDatabase("ledger_crash"));
    settings.put("VOUCH_DB_USER", TestDatabase.user());
    settings.put("VOUCH_DB_PASSWORD", TestDatabase.password());
    settings.put("VOUCH_TIMERS_POLLING", "PT0.2S");
    settings.put("VOUCH_TIMERS_HEARTBEAT", "PT1S");
    settings.putAll(Service.SOON_OVER_A_CRASH);
    settings.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    service = new Service(FOLDER, settings).start();
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void shouldBookEverythingOnceWhenKilledAtRandom() throws Exception {
    bookWhileKilled(3);
  }

  @Test
  @Tag("soak")
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  @EnabledIfSystemProperty(named = "vouch.soak", matches = "true")
  void shouldBookEverythingOnceWhenKilledAtRandomForLong() throws Exception {
    bookWhileKilled(50);
  }

  private void bookWhileKilled(int kills) throws Exception {
    long seed = Long.getLong("vouch.seed", System.nanoTime());
    System.out.println("seed of the kills: " + seed);
    String key =
        new Caller(service.url(), Service.OPERATOR_KEY, Mishaps.NONE)
            .post("ops:operator", "tenant", "/v1/tenants", Map.of("name", "Payers"))
            .text("/liveKey");
    Caller api = new Caller(service.url(), key, Mishaps.NONE);
    program(api);
    Crashes crashes = new Crashes(service, seed, kills);

    List<String> payees = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        String name = "caller-" + i;
        callers.add(
            threads.submit(payer(name, new Caller(service.url(), key, crashes), crashes, kills)));
      }
      for (Future<List<String>> caller : callers) {
        payees.addAll(caller.get());
      }
    }
    crashes.end();

    assertThat(crashes.kills()).isEqualTo(kills);
    assertThat(payees).doesNotHaveDuplicates();
    assertThat(paid(api)).containsExactlyInAnyOrderElementsOf(payees);
    requireBooks(api, payees.size() + "00.00");
    requireSound(api);
  }

  /** Wins deals and pays what they earn, each acknowledged, until enough kills were survived. */
  private static Callable<List<String>> payer(String name, Caller api, Crashes crashes, int kills) {
    return () -> {
      List<String> payees = new ArrayList<>();
      for (int i = 0; i < LEAST_ROUNDS || (crashes.kills() < kills && i < MOST_ROUNDS); i++) {
        payees.add(earnAndPay(api, name + "-" + i));
      }
      return payees;
    };
  }

  private static String earnAndPay(Caller api, String name) throws Exception {
    String referrer =
        made(
            api,
            name + ":referrer",
            "/v1/referrers",
            Map.of("person", Map.of("name", "Kim Park", "email", name + "@beta.example")));
    String referral =
        made(
            api,
            name + ":referral",
            "/v1/referrals",
            Map.of(
                "prospect",
                Map.of("name", "Ann Lee", "email", "ann@" + name + ".example"),
                "referrer",
                Map.of("id", referrer)));
    made(
        api,
        name + ":deal",
        "/v1/deals",
        Map.of(
            "name",
            "Rollout",
            "externalRefs",
            List.of(Map.of("system", "crm", "id", name)),
            "referralId",
            referral,
            "amount",
            Map.of("amount", "1000.00", "currency", "USD"),
            "milestone",
            "WON"));
    String payee = api.get("/v1/rewards?referralId=" + referral).text("/data/0/payeeId");
    String payout =
        made(api, name + ":payout", "/v1/payouts", Map.of("payeeId", payee, "currency", "USD"));
    for (String action : List.of("APPROVE", "SEND", "SETTLE")) {
      Answer moved =
          api.post(
              "crm:mia",
              name + ":" + action,
              "/v1/payouts/" + payout + "/transitions",
              Map.of("action", action));
      assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    }
    return payee;
  }

  private static List<String> paid(Caller api) throws Exception {
    List<String> payees = new ArrayList<>();
    String after = "";
    JsonNode page;
    do {
      page = api.get("/v1/payouts?limit=200&state=SETTLED" + after).body();
      page.path("data").forEach(payout -> payees.add(payout.path("payeeId").asText()));
      after = "&cursor=" + page.at("/page/nextCursor").asText();
    } while (page.at("/page/hasMore").asBoolean());
    return payees;
  }

  private static void requireBooks(Caller api, String paid) throws Exception {
    Set<String> rows = new HashSet<>();
    for (JsonNode row : api.get("/v1/ledger/trial-balance").body().path("rows")) {
      rows.add(
          "%s %s %s"
              .formatted(
                  row.path("account").asText(),
                  row.at("/debit/amount").asText(),
                  row.at("/credit/amount").asText()));
    }
    assertThat(rows)
        .containsExactlyInAnyOrder(
            "EXPENSE %s 0.00".formatted(paid),
            "EXTERNAL 0.00 %s".formatted(paid),
            "PAYABLE 0.00 0.00",
            "CLEARING 0.00 0.00");
  }

  private static void requireSound(Caller api) throws Exception {
    String verification = made(api, "verification", "/v1/ledger/verifications", Map.of());
    await().atMost(SOON).until(() -> !outcome(api, verification).body().path("outcome").isNull());
    Answer over = outcome(api, verification);
    assertThat(over.text("/outcome")).as(over.toString()).isEqualTo("SOUND");
  }

  private static Answer outcome(Caller api, String verification) throws Exception {
    return api.get("/v1/ledger/verifications/" + verification);
  }

  private static void program(Caller api) throws Exception {
    String program = made(api, "program", "/v1/programs", Map.of("name", "Customers"));
    Map<String, ?> rule =
        Map.of(
            "id", "won",
            "trigger", "WON",
            "amount", Map.of("type", "PERCENT", "percent", "10", "of", "FIRST_YEAR_AMOUNT"),
            "hold", "P0D",
            "approval", Map.of("by", "AUTOMATIC"));
    Map<String, ?> settings =
        Map.of(
            "currency", "USD",
            "attribution", Map.of("model", Map.of("type", "LINEAR")),
            "rewards", List.of(rule));
    String version = made(api, "version", "/v1/programs/" + program + "/versions", settings);
    api.post("crm:mia", "publish", "/v1/program-versions/" + version + "/publish", Map.of());
  }

  private static String made(Caller api, String key, String path, Map<String, ?> body)
      throws Exception {
    Answer answer = api.post("crm:mia", key, path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.text("/id");
  }
}
