package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestClock;
import app.vouch.TestDatabase;
import app.vouch.introduction.IntroductionContract.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Three hundred random lives of an introduction on the database: callers and both parties' pages at
 * once, clicks that come twice, links that take a yes back, and a clock that jumps while the timers
 * run. {@code IntroductionRandomTest} does the same in memory.
 */
@QuarkusTest
@Timeout(600)
class IntroductionRandomLivesTest {
  private static final int LIVES = TestDatabase.rounds(300);
  private static final int AT_ONCE = 60;
  private static final int ROUNDS = 7;
  private static final int THREADS = 4;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Set<Integer> ANSWERED = Set.of(200, 400, 404, 409, 422);

  @Inject TestClock clock;
  @Inject Clock now;

  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  @Test
  void shouldNeverIntroduceWithoutTwoLiveConsentsAndReplayItsJournal() throws Exception {
    long seed = Long.getLong("vouch.seed", 20261122L);
    Random jumps = new Random(seed);
    CadenceStory story = new CadenceStory(Map.of());
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int first = 0; first < LIVES; first += AT_ONCE) {
        List<Life> lives = new ArrayList<>();
        for (int number = first; number < first + AT_ONCE; number++) {
          lives.add(new Life(story, seed, number));
        }
        each(threads, lives, Life::begin);
        for (int round = 0; round < ROUNDS; round++) {
          each(threads, lives, Life::step);
          clock.advance(Duration.ofHours(jumps.nextInt(jumps.nextInt(5) == 0 ? 24 * 30 : 24)));
          each(threads, lives, Life::step);
        }
        each(threads, lives, Life::check);
      }
    }

    assertThat(counts)
        .as("seed %d: everything happens now and then", seed)
        .containsKeys("introduced", "clicked twice", "taken back by link", "deferred")
        .containsKeys("CONNECTOR took back", "PROSPECT took back", "taken back after");
  }

  private static void each(ExecutorService threads, List<Life> lives, Consumer<Life> step)
      throws Exception {
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (Life life : lives) {
      calls.add(
          () -> {
            step.accept(life);
            return true;
          });
    }
    for (Future<Boolean> done : threads.invokeAll(calls)) {
      assertThat(done.get()).isTrue();
    }
  }

  /** One introduction from its request on. */
  private final class Life {
    private final CadenceStory story;
    private final Random random;
    private final String name;
    private final YesBook book = new YesBook();
    private final Map<Party, String> withdrawals = new EnumMap<>(Party.class);
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private String id = "";
    private String state = "REQUESTED";
    private boolean prospectAgreed;
    private boolean introduced;

    private Life(CadenceStory story, long seed, int number) {
      this.story = story;
      this.random = new Random(seed + number);
      this.name = "seed %d, life %d".formatted(seed, number);
    }

    private void count(String what) {
      counts.merge(what, 1, Integer::sum);
    }

    private void begin() {
      id = story.requested();
    }

    /** Most steps lead on, so that lives get far. */
    private void step() {
      switch (random.nextInt(12)) {
        case 0 -> act(CallerAction.values()[random.nextInt(CallerAction.values().length)]);
        case 1 -> act(CallerAction.WITHDRAW);
        case 2 -> takeBackByLink();
        case 3 -> act(CallerAction.DEFER);
        default -> goOn();
      }
    }

    private void goOn() {
      switch (state) {
        case "REQUESTED", "PROSPECT_ASKED" -> {
          if (random.nextBoolean()) {
            answerOnPage();
          } else {
            act(
                state.equals("REQUESTED")
                    ? CallerAction.CONNECTOR_ACCEPT
                    : CallerAction.PROSPECT_ACCEPT);
          }
        }
        case "DEFERRED" ->
            act(
                random.nextBoolean()
                    ? CallerAction.CONNECTOR_ACCEPT
                    : CallerAction.PROSPECT_ACCEPT);
        case "INTRODUCED" -> act(CallerAction.RECORD_REPLY);
        case "REPLIED" -> act(CallerAction.RECORD_MEETING);
        case "MET" -> act(CallerAction.CLOSE);
        default -> act(CallerAction.INTRODUCE);
      }
    }

    private Map<String, Object> body(CallerAction action) {
      Map<String, Object> body = new HashMap<>(Map.of("action", action.name()));
      switch (action) {
        case CONNECTOR_ACCEPT, PROSPECT_ACCEPT -> {
          body.put("channel", "PHONE");
          body.put("evidence", "said so on the phone");
        }
        case WITHDRAW -> body.put("party", Party.values()[random.nextInt(2)].name());
        case DEFER ->
            body.put(
                "until", now.instant().plus(Duration.ofHours(1L + random.nextInt(900))).toString());
        case CLOSE -> body.put("outcome", "WORKED");
        default -> {}
      }
      return body;
    }

    private void act(CallerAction action) {
      Map<String, Object> body = body(action);
      act(action, body);
      if (random.nextInt(4) == 0) {
        count("clicked twice");
        act(action, body);
      }
    }

    private void act(CallerAction action, Map<String, Object> body) {
      Instant before = now.instant();
      Response answer =
          api(story.key())
              .header("Vouch-Actor", "crm:4711; name=\"Sam Seller\"")
              .body(body)
              .post("/v1/introductions/" + id + "/transitions");
      Instant after = now.instant();
      log.add("%s %s -> %d".formatted(after, body, answer.statusCode()));
      assertThat(ANSWERED).as("%s: %s", this, answer.asString()).contains(answer.statusCode());
      if (answer.statusCode() == 200) {
        state = answer.path("state");
        done(action, body, before, after);
      } else if (action == CallerAction.INTRODUCE && answer.statusCode() == 422) {
        count("not introduced");
        assertThat(book.mustIntroduce(after))
            .as("%s: not introduced with two live consents", this)
            .isFalse();
      } else if (answer.statusCode() == 409) {
        state = api(story.key()).get("/v1/introductions/" + id).path("state");
      }
    }

    private void done(
        CallerAction action, Map<String, Object> body, Instant before, Instant after) {
      switch (action) {
        case CONNECTOR_ACCEPT -> book.said(Party.CONNECTOR, before, after);
        case PROSPECT_ACCEPT -> prospectSaid(before, after);
        case WITHDRAW -> tookBack(Party.valueOf(String.valueOf(body.get("party"))));
        case DEFER -> count("deferred");
        case INTRODUCE -> introduce(before);
        default -> {}
      }
    }

    private void introduce(Instant before) {
      if (!introduced) {
        introduced = true;
        count("introduced");
        assertThat(book.couldIntroduce(before))
            .as("%s: introduced without two live consents", this)
            .isTrue();
      }
    }

    /** Only the first time: said again, it is answered and changes nothing. */
    private void prospectSaid(Instant before, Instant after) {
      if (!prospectAgreed) {
        prospectAgreed = true;
        book.said(Party.PROSPECT, before, after);
      }
    }

    private void tookBack(Party party) {
      book.tookBack(party);
      count(party + " took back");
      if (introduced) {
        count("taken back after");
      }
    }

    private void takeBackByLink() {
      Party party = Party.values()[random.nextInt(2)];
      String link = withdrawals.get(party);
      if (link == null) {
        goOn();
        return;
      }
      for (int i = 0; i < 2; i++) {
        int status =
            IntroductionStory.takeBack(link, () -> clock.advance(Duration.ofSeconds(3)))
                .statusCode();
        log.add("%s %s takes it back -> %d".formatted(now.instant(), party, status));
        assertThat(status).as("%s", this).isEqualTo(200);
      }
      count("taken back by link");
      tookBack(party);
    }

    private void answerOnPage() {
      JsonPath shown = api(story.key()).get("/v1/introductions/" + id).jsonPath();
      state = shown.getString("state");
      String message = shown.getString("dueMessageId");
      if (message == null || !Set.of("REQUESTED", "PROSPECT_ASKED").contains(state)) {
        return;
      }
      Party party = state.equals("REQUESTED") ? Party.CONNECTOR : Party.PROSPECT;
      Response rendered = api(story.key()).post("/v1/messages/" + message + "/render");
      String url = rendered.statusCode() == 200 ? rendered.path("link") : null;
      if (url == null) {
        return;
      }
      String link = url.substring(url.indexOf("/i/"));
      Response page = IntroductionStory.page(link);
      if (page.statusCode() == 200) {
        clock.advance(Duration.ofSeconds(3));
        answer(party, link, IntroductionStory.nonce(page.asString()));
      }
    }

    private void answer(Party party, String link, String nonce) {
      int kind = random.nextInt(8);
      String choice = kind == 0 ? "NOT_NOW" : kind == 1 ? "DECLINE" : "ACCEPT";
      Map<String, String> form = Map.of("choice", choice, "nonce", nonce);
      Instant before = now.instant();
      List<String> pages = random.nextBoolean() ? twice(link, form) : List.of(sent(link, form));
      Instant after = now.instant();
      List<String> agreed = pages.stream().filter(page -> page.contains("href=\"/w/")).toList();
      log.add("%s %s on the page: %s -> %d".formatted(after, party, choice, agreed.size()));
      assertThat(agreed).as("%s: one yes of two clicks", this).hasSizeLessThan(2);
      if (!agreed.isEmpty()) {
        withdrawals.put(party, IntroductionStory.withdrawal(agreed.getFirst()));
        if (party == Party.CONNECTOR) {
          book.said(party, before, after);
        } else {
          prospectSaid(before, after);
        }
      }
      state = api(story.key()).get("/v1/introductions/" + id).path("state");
    }

    private String sent(String link, Map<String, String> form) {
      return IntroductionStory.submit(link, form).asString();
    }

    private List<String> twice(String link, Map<String, String> form) {
      count("clicked twice");
      try (ExecutorService two = Executors.newFixedThreadPool(2)) {
        Callable<String> click = () -> sent(link, form);
        List<Future<String>> answers = two.invokeAll(List.of(click, click));
        return List.of(answers.get(0).get(), answers.get(1).get());
      } catch (Exception failed) {
        throw new AssertionError(toString(), failed);
      }
    }

    private void check() {
      await(name)
          .atMost(SOON)
          .untilAsserted(
              () -> {
                List<Map<String, @Nullable Object>> rows = timeline();
                List<Line> journal = rows.stream().map(Life::line).toList();
                String replayed = IntroductionContract.replay(journal);
                String present = api(story.key()).get("/v1/introductions/" + id).path("state");
                assertThat(replayed).as("%s", this).isEqualTo(present);
                assertThat(rows.stream().anyMatch(row -> "INTRODUCE".equals(row.get("action"))))
                    .as("%s: %s", this, journal)
                    .isEqualTo(introduced);
                consentsStood(rows);
              });
    }

    /** The oldest first. */
    private List<Map<String, @Nullable Object>> timeline() {
      List<Map<String, @Nullable Object>> rows =
          api(story.key())
              .get("/v1/introductions/" + id + "/timeline?limit=200")
              .then()
              .statusCode(200)
              .extract()
              .path("data");
      return rows.reversed();
    }

    private static Line line(Map<String, @Nullable Object> row) {
      return new Line(
          (String) row.get("from"),
          String.valueOf(row.get("action")),
          String.valueOf(row.get("to")));
    }

    /** The consents that are stored say the same: two of them held when it was introduced. */
    private void consentsStood(List<Map<String, @Nullable Object>> rows) {
      List<Map<String, @Nullable Object>> given =
          api(story.key())
              .get("/v1/introductions/" + id + "/consents")
              .<List<Map<String, @Nullable Object>>>path("data")
              .stream()
              .filter(consent -> "GIVEN".equals(consent.get("decision")))
              .toList();
      long yeses =
          rows.stream()
              .filter(row -> String.valueOf(row.get("action")).endsWith("_ACCEPT"))
              .count();
      assertThat(given).as("%s: a consent for each yes", this).hasSize((int) yeses);
      rows.stream()
          .filter(row -> "INTRODUCE".equals(row.get("action")))
          .map(row -> time(row, "happenedAt"))
          .forEach(
              at ->
                  assertThat(given.stream().filter(c -> held(c, at)).map(c -> c.get("party")))
                      .as("%s: introduced at %s", this, at)
                      .containsExactlyInAnyOrder("CONNECTOR", "PROSPECT"));
    }

    private static boolean held(Map<String, @Nullable Object> consent, Instant at) {
      return !time(consent, "decidedAt").isAfter(at)
          && at.isBefore(time(consent, "expiresAt"))
          && (consent.get("withdrawnAt") == null || !time(consent, "withdrawnAt").isBefore(at));
    }

    private static Instant time(Map<String, @Nullable Object> row, String member) {
      return Instant.parse(Objects.requireNonNull(row.get(member)).toString());
    }

    @Override
    public String toString() {
      return "%s, %s: %s".formatted(name, id, log);
    }
  }
}
