package app.vouch.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestDatabase;
import app.vouch.demo.Caller;
import app.vouch.demo.Caller.Answer;
import app.vouch.demo.Mishaps;
import app.vouch.demo.Service;
import app.vouch.image.PackagedApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The production jar is killed with {@code kill -9} in the middle of each job of a payout batch:
 * the job goes on after the restart, and nobody is paid twice.
 *
 * <p>Needs a production build in {@code vouch.app.dir}: {@code make test-production}.
 */
@Tag("packaged")
class PayoutBatchCrashTest {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final int PAYEES = 60;

  /** Its log stays, for when the test fails. */
  private static final Path FOLDER = Path.of("target/payout-crash");

  private static Service service;

  @BeforeAll
  static void start() throws Exception {
    PackagedApp.assumeProduction();
    Map<String, String> settings = new HashMap<>();
    settings.put("VOUCH_DB_URL", TestDatabase.emptyDatabase("payout_crash"));
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
  void shouldPayEverybodyOnceWhenKilledInTheMiddleOfEachJob() throws Exception {
    Answer tenant =
        new Caller(service.url(), Service.OPERATOR_KEY, Mishaps.NONE)
            .post("ops:operator", "tenant", "/v1/tenants", Map.of("name", "Payers"));
    Caller api = new Caller(service.url(), tenant.text("/liveKey"), Mishaps.NONE);
    program(api);
    for (int i = 0; i < PAYEES; i++) {
      earn(api, i);
    }

    Answer batch = api.post("crm:mia", "batch", "/v1/payout-batches", Map.of("currency", "USD"));
    killInTheMiddleOf(api, batch.text("/jobId"));
    for (String action : List.of("APPROVE", "SEND")) {
      Answer job =
          api.post(
              "crm:mia",
              action,
              "/v1/payout-batches/" + batch.text("/id") + "/transitions",
              Map.of("action", action));
      assertThat(job.status()).as(job.toString()).isEqualTo(201);
      killInTheMiddleOf(api, job.text("/id"));
    }

    List<String> payees = new ArrayList<>();
    api.get("/v1/payouts?limit=200&state=SENT&batchId=" + batch.text("/id"))
        .body()
        .path("data")
        .forEach(payout -> payees.add(payout.path("payeeId").asText()));
    assertThat(payees).hasSize(PAYEES).doesNotHaveDuplicates();
    assertThat(balance(api, "CLEARING")).isEqualTo("6000.00");
    assertThat(balance(api, "PAYABLE")).isEqualTo("0.00");
  }

  /** Kills once the job has begun, and waits until it is over after the restart. */
  private static void killInTheMiddleOf(Caller api, String job) throws Exception {
    await().atMost(SOON).until(() -> api.get("/v1/jobs/" + job).body().path("done").asInt() > 0);
    service.kill();
    service.start();
    await().atMost(SOON).until(() -> api.get("/v1/jobs/" + job).text("/state").equals("FINISHED"));
    Answer over = api.get("/v1/jobs/" + job);
    assertThat(over.text("/done")).isEqualTo(Integer.toString(PAYEES));
    assertThat(over.text("/refused")).isEqualTo("0");
  }

  private static void program(Caller api) throws Exception {
    String program = made(api, "program", "/v1/programs", Map.of("name", "Customers"));
    Map<String, ?> rule =
        Map.of(
            "id", "won",
            "trigger", "WON",
            "split", "BY_CREDIT",
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

  /** Another referrer, whose referral's deal is won: 100.00. */
  private static void earn(Caller api, int number) throws Exception {
    String referrer =
        made(
            api,
            "referrer-" + number,
            "/v1/referrers",
            Map.of(
                "person", Map.of("name", "Kim Park", "email", "kim" + number + "@beta.example")));
    String referral =
        made(
            api,
            "referral-" + number,
            "/v1/referrals",
            Map.of(
                "prospect",
                Map.of("name", "Ann Lee", "email", "ann@acme" + number + ".example"),
                "referrer",
                Map.of("id", referrer)));
    made(
        api,
        "deal-" + number,
        "/v1/deals",
        Map.of(
            "name",
            "Rollout",
            "externalRefs",
            List.of(Map.of("system", "crm", "id", "D-" + number)),
            "referralId",
            referral,
            "amount",
            Map.of("amount", "1000.00", "currency", "USD"),
            "milestone",
            "WON"));
  }

  private static String made(Caller api, String key, String path, Map<String, ?> body)
      throws Exception {
    Answer answer = api.post("crm:mia", key, path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.text("/id");
  }

  private static String balance(Caller api, String account) throws Exception {
    for (var row : api.get("/v1/ledger/trial-balance").body().path("rows")) {
      if (row.path("account").asText().equals(account)) {
        return row.at("/credit/amount").asText();
      }
    }
    return "no row";
  }
}
