package app.vouch.introduction;

import static app.vouch.introduction.IntroductionStory.nonce;
import static app.vouch.introduction.IntroductionStory.page;
import static app.vouch.introduction.IntroductionStory.submit;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What two parties and a caller do to one introduction, at random, often twice at once. It keeps
 * its own book of who has said yes.
 */
final class RandomLife {
  private static final Duration CONSENT_LIFE = Duration.ofDays(30);
  private static final Pattern TAKE_BACK = Pattern.compile("href=\"(/w/[^\"]+)\"");

  private final CadenceStory story;
  private final String id;
  private final Random random;
  private final Clock clock;
  private final Map<Party, Instant> yesUntil = new EnumMap<>(Party.class);
  private final Map<Party, String> takeBack = new EnumMap<>(Party.class);
  private final List<OpenPage> oldPages = new ArrayList<>();
  private @Nullable OpenPage open;

  /** A page that somebody is looking at. */
  private record OpenPage(Party party, String path, String nonce) {}

  RandomLife(CadenceStory story, long seed, Clock clock) {
    this.story = story;
    this.id = story.requested();
    this.random = new Random(seed);
    this.clock = clock;
  }

  String id() {
    return id;
  }

  private boolean happens(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Opens the link that is due, or does something through the API. */
  void look() throws Exception {
    JsonPath now = story.introduction(id);
    Party asked = asked(now.getString("state"));
    if (asked == null || now.getString("dueMessageId") == null || happens(40)) {
      call(now.getString("state"));
    } else {
      Response rendered =
          story.tryPost("/v1/messages/" + now.getString("dueMessageId") + "/render", Map.of());
      String url = rendered.statusCode() == 200 ? rendered.path("link") : null;
      if (url != null) {
        String path = url.substring(url.indexOf("/i/"));
        Response shown = page(path);
        if (shown.statusCode() == 200) {
          open = new OpenPage(asked, path, nonce(shown.asString()));
        }
      }
    }
  }

  /** Answers the page that is open, or an old one, or does something through the API. */
  void act() throws Exception {
    if (open != null) {
      OpenPage page = open;
      open = null;
      oldPages.add(page);
      answer(page, happens(70) ? "ACCEPT" : happens(70) ? "NOT_NOW" : "DECLINE");
    } else if (!oldPages.isEmpty() && happens(20)) {
      answer(oldPages.get(random.nextInt(oldPages.size())), "ACCEPT");
    } else {
      call(story.introduction(id).getString("state"));
    }
  }

  private static @Nullable Party asked(String state) {
    return switch (state) {
      case "REQUESTED" -> Party.CONNECTOR;
      case "PROSPECT_ASKED" -> Party.PROSPECT;
      default -> null;
    };
  }

  private void answer(OpenPage page, String choice) throws Exception {
    List<String> links = new ArrayList<>();
    for (Response answer :
        clicks(() -> submit(page.path(), Map.of("choice", choice, "nonce", page.nonce())))) {
      assertThat(answer.statusCode()).isIn(200, 404, 429);
      Matcher link = TAKE_BACK.matcher(answer.asString());
      if (answer.statusCode() == 200 && link.find()) {
        links.add(link.group(1));
      }
    }
    assertThat(links).as("%s: answers that one page counted", id).hasSizeLessThan(2);
    if (!links.isEmpty()) {
      takeBack.put(page.party(), links.getFirst());
      said(page.party());
    }
  }

  private void said(Party party) {
    yesUntil.put(party, clock.instant().plus(CONSENT_LIFE));
  }

  /** Mostly what leads on; now and then a withdrawal, or anything. */
  private void call(String state) throws Exception {
    if (happens(8)) {
      withdraw(Party.values()[random.nextInt(2)]);
      return;
    }
    switch (happens(75) ? state : "ANY") {
      case "REQUESTED" -> accept(Party.CONNECTOR, state);
      case "PROSPECT_ASKED" -> accept(Party.PROSPECT, state);
      case "MUTUAL" -> introduce(state);
      case "INTRODUCED" -> transition(Map.of("action", "RECORD_REPLY"));
      case "REPLIED" -> transition(Map.of("action", "RECORD_MEETING"));
      case "DEFERRED" -> {}
      default -> anything(state);
    }
  }

  private void anything(String state) throws Exception {
    switch (random.nextInt(9)) {
      case 0, 1 -> accept(Party.values()[random.nextInt(2)], state);
      case 2, 3 -> introduce(state);
      case 4, 5 ->
          transition(
              Map.of(
                  "action",
                  "DEFER",
                  "until",
                  clock.instant().plus(Duration.ofHours(1 + random.nextInt(24 * 35))).toString()));
      case 6 -> transition(Map.of("action", "CLOSE", "outcome", "WORKED"));
      case 7 -> transition(Map.of("action", happens(30) ? "CANCEL" : "RECORD_MEETING"));
      default -> introduceWhileTakenBack();
    }
  }

  private void accept(Party party, String state) throws Exception {
    List<Response> answers =
        transition(
            Map.of("action", party + "_ACCEPT", "channel", "PHONE", "evidence", "said so, twice"));
    boolean wasAsked = asked(state) == party || state.equals("DEFERRED");
    if (wasAsked && answers.stream().anyMatch(answer -> answer.statusCode() == 200)) {
      said(party);
    }
  }

  private void introduce(String state) throws Exception {
    Instant before = clock.instant();
    boolean live =
        List.of(Party.values()).stream()
            .allMatch(party -> yesUntil.getOrDefault(party, Instant.MIN).isAfter(before));
    List<Response> answers = transition(Map.of("action", "INTRODUCE"));
    boolean made = answers.stream().anyMatch(answer -> answer.statusCode() == 200);
    if (made && !List.of("INTRODUCED", "REPLIED", "MET", "CLOSED").contains(state)) {
      assertThat(live).as("%s was introduced without two live consents", id).isTrue();
    }
  }

  private void withdraw(Party party) throws Exception {
    String link = takeBack.get(party);
    List<Response> answers =
        link == null || happens(50)
            ? transition(Map.of("action", "WITHDRAW", "party", party.name()))
            : clicks(() -> submit(link, Map.of()));
    if (answers.stream().anyMatch(answer -> answer.statusCode() == 200)) {
      yesUntil.remove(party);
    }
  }

  /** Who comes first is open; the journal and the consents have to agree afterwards. */
  private void introduceWhileTakenBack() throws Exception {
    Party party = Party.values()[random.nextInt(2)];
    List<Response> answers =
        atOnce(
            List.of(
                () -> tryTransition(Map.of("action", "INTRODUCE")),
                () -> tryTransition(Map.of("action", "WITHDRAW", "party", party.name()))));
    if (answers.getLast().statusCode() == 200) {
      yesUntil.remove(party);
    }
  }

  private List<Response> transition(Map<String, ?> body) throws Exception {
    return clicks(() -> tryTransition(body));
  }

  private Response tryTransition(Map<String, ?> body) {
    Response answer = story.tryPost("/v1/introductions/" + id + "/transitions", body);
    assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 400, 409, 422, 503);
    return answer;
  }

  /** Once, or two or three times at once. */
  private List<Response> clicks(Callable<Response> click) throws Exception {
    if (!happens(30)) {
      return List.of(click.call());
    }
    List<Callable<Response>> same = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      same.add(click);
    }
    return atOnce(same);
  }

  private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      List<Response> answers = new ArrayList<>();
      for (Future<Response> answer : threads.invokeAll(calls)) {
        answers.add(answer.get(120, TimeUnit.SECONDS));
      }
      return answers;
    }
  }
}
