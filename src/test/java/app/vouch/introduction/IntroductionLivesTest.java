package app.vouch.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.TestClock;
import app.vouch.introduction.IntroductionModel.Step;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Three hundred random lives of introductions on the database: answers by link and through the API,
 * "not now", both parties' withdrawals, clicks that come twice at once, and timers that fire in
 * between because the clock moves. {@code -Dvouch.seed} repeats the choices of a run.
 */
@QuarkusTest
@Timeout(900)
class IntroductionLivesTest {
  private static final int WAVE = 100;
  private static final int CALLERS = 6;
  private static final Duration READING = Duration.ofSeconds(3);

  /** How far the clock moves after each round; waves of lives begin with the first three. */
  private static final List<Duration> MOVES =
      List.of(
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofHours(30),
          Duration.ofDays(3),
          Duration.ofHours(2),
          Duration.ofDays(26),
          Duration.ofHours(5),
          Duration.ofDays(6));

  @Inject TestClock moved;
  @Inject Clock clock;

  private final List<RandomLife> lives = new ArrayList<>();

  private interface Deed {
    void of(RandomLife life) throws Exception;
  }

  private void each(ExecutorService threads, Deed deed) throws Exception {
    List<Future<?>> done = new ArrayList<>();
    for (RandomLife life : lives) {
      done.add(
          threads.submit(
              () -> {
                deed.of(life);
                return true;
              }));
    }
    for (Future<?> one : done) {
      one.get(10, TimeUnit.MINUTES);
    }
  }

  private void begin(ExecutorService threads, CadenceStory story, long seed) throws Exception {
    List<Future<RandomLife>> begun = new ArrayList<>();
    for (int i = 0; i < WAVE; i++) {
      long own = seed + lives.size() + i;
      begun.add(threads.submit(() -> new RandomLife(story, own, clock)));
    }
    for (Future<RandomLife> life : begun) {
      lives.add(life.get(5, TimeUnit.MINUTES));
    }
  }

  @Test
  void shouldNeverIntroduceWithoutTwoLiveConsentsAndReplayToThePresentState() throws Exception {
    long seed = Long.getLong("vouch.seed", 20261122L);
    int introduced = 0;
    int over = 0;
    CadenceStory story = new CadenceStory(Map.of());
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      for (int round = 0; round < MOVES.size(); round++) {
        if (round < 3) {
          begin(threads, story, seed);
        }
        each(threads, RandomLife::look);
        moved.advance(READING);
        each(threads, RandomLife::act);
        moved.advance(MOVES.get(round));
      }
      for (RandomLife life : lives) {
        List<Entry> journal = settledJournal(story, life.id());
        introduced += countIntroductions(story, life.id(), journal);
        over += journal.getLast().step().to().equals("EXPIRED") ? 1 : 0;
      }
    } catch (Exception | AssertionError e) {
      throw new AssertionError("with -Dvouch.seed=" + seed + ": " + e.getMessage(), e);
    }

    assertThat(introduced).as("introductions that were made, seed %d", seed).isGreaterThan(30);
    assertThat(over).as("introductions that expired, seed %d", seed).isGreaterThan(10);
  }

  /** A line of the timeline. */
  private record Entry(Step step, int version, Instant at) {}

  /** Timers may still fire, so both are read until they belong together. */
  private static List<Entry> settledJournal(CadenceStory story, String id) {
    List<Entry> journal;
    int version;
    do {
      version = story.introduction(id).getInt("version");
      journal = journal(story, id);
    } while (story.introduction(id).getInt("version") != version);
    assertThat(IntroductionModel.replay(journal.stream().map(Entry::step).toList()))
        .as("%s: %s", id, journal)
        .isEqualTo(story.introduction(id).getString("state"));
    assertThat(journal.stream().map(Entry::version).distinct().sorted().toList())
        .as("%s: each step has a version of its own", id)
        .isEqualTo(journal.stream().map(Entry::version).toList());
    return journal;
  }

  private static List<Entry> journal(CadenceStory story, String id) {
    List<Map<String, Object>> rows =
        story.get("/v1/introductions/" + id + "/timeline?limit=200").getList("data");
    return rows.reversed().stream()
        .map(
            row ->
                new Entry(
                    new Step(
                        (String) row.get("from"),
                        String.valueOf(row.get("action")),
                        String.valueOf(row.get("to"))),
                    (int) row.get("version"),
                    Instant.parse(String.valueOf(row.get("happenedAt")))))
        .toList();
  }

  /** Each was made with two consents that were given before, not taken back and not lapsed. */
  private static int countIntroductions(CadenceStory story, String id, List<Entry> journal) {
    JsonPath answers = story.get("/v1/introductions/" + id + "/consents");
    List<Map<String, Object>> consents = answers.getList("data");
    List<Object> tokens =
        consents.stream().map(c -> c.get("tokenId")).filter(Objects::nonNull).toList();
    assertThat(tokens).as("%s: a link answers once", id).doesNotHaveDuplicates();
    List<Entry> made = journal.stream().filter(e -> e.step().action().equals("INTRODUCE")).toList();
    assertThat(made).as("%s: %s", id, journal).hasSizeLessThan(2);
    for (Entry entry : made) {
      for (Party party : Party.values()) {
        assertThat(consents)
            .as("%s: %s, introduced at %s", id, party, entry.at())
            .anyMatch(consent -> isLive(consent, party, entry.at()));
      }
    }
    return made.size();
  }

  private static boolean isLive(Map<String, Object> consent, Party party, Instant at) {
    return party.name().equals(consent.get("party"))
        && "GIVEN".equals(consent.get("decision"))
        && !time(consent, "decidedAt").isAfter(at)
        && time(consent, "expiresAt").isAfter(at)
        && (consent.get("withdrawnAt") == null || !time(consent, "withdrawnAt").isBefore(at));
  }

  private static Instant time(Map<String, Object> row, String field) {
    return Instant.parse(String.valueOf(row.get(field)));
  }
}
