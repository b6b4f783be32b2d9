package app.vouch.introduction;

import static app.vouch.TestApi.unique;
import static app.vouch.introduction.IntroductionStory.answer;
import static app.vouch.introduction.IntroductionStory.page;
import static app.vouch.introduction.MailStory.SOON;
import static app.vouch.introduction.MailStory.only;
import static app.vouch.introduction.MailStory.optIn;
import static app.vouch.introduction.MailStory.optOut;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import app.vouch.TestClock;
import app.vouch.introduction.MailStory.Cast;
import app.vouch.platform.mail.MailReceiver;
import app.vouch.platform.mail.MailReceiver.Taken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vouch writes to both parties itself, where the program version lets it. */
@QuarkusTest
class VouchSendsTest {
  private static final List<Map<String, String>> ALL_DAY =
      List.of(Map.of("from", "00:00", "to", "24:00"));

  @Inject TestClock clock;
  @Inject Clock time;

  private MailReceiver receiver;

  @BeforeEach
  void listen() {
    receiver = MailReceiver.start();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private void yes(Taken mail) {
    answer(optIn(mail.text()), "ACCEPT", () -> clock.advance(Duration.ofSeconds(3)))
        .then()
        .statusCode(200);
  }

  private static String lastWord(String text, String part) {
    String line = text.lines().filter(l -> l.contains(part)).findFirst().orElseThrow();
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  private static String hour(Instant now, int after) {
    return LocalTime.ofInstant(now, ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.MINUTES)
        .plusHours(after)
        .toString();
  }

  @Test
  void shouldTellTheWholeStory() {
    MailStory story = MailStory.live();
    Cast cast = story.asked();

    Taken ask = only(receiver, cast.connector());
    assertThat(ask.subject()).isEqualTo("Would you introduce Sam Seller to Ann Lee?");
    assertThat(ask.header("Reply-To")).contains(cast.requester());
    assertThat(ask.header("List-Unsubscribe")).contains("/u/");
    yes(ask);

    Taken invitation = only(receiver, cast.prospect());
    assertThat(invitation.header("From")).startsWith("\"Kim Park (");
    assertThat(invitation.header("Reply-To")).contains(cast.connector());
    assertThat(invitation.header("List-Unsubscribe"))
        .isEqualTo("<%s>".formatted(lastWord(invitation.text(), "/u/")));
    assertThat(invitation.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    yes(invitation);

    await().atMost(SOON).until(() -> story.state(cast.introduction()).equals("INTRODUCED"));
    Taken toProspect = receiver.to(cast.prospect()).get(1);
    Taken toConnector = receiver.to(cast.connector()).get(1);
    Taken toRequester = only(receiver, cast.requester());
    story.untilMail(cast.introduction(), "INTRODUCTION", "SENT");
    for (Taken copy : List.of(toProspect, toConnector, toRequester)) {
      assertThat(copy.subject()).isEqualTo("Ann Lee, meet Sam Seller");
      assertThat(copy.text()).contains(IntroductionStory.CONTEXT);
      assertThat(copy.header("To")).contains(cast.prospect()).contains(cast.requester());
      assertThat(copy.header("Cc")).contains(cast.connector());
      assertThat(copy.header("References")).isEqualTo(ask.header("References"));
    }
    assertThat(optOut(toProspect.text())).isNotEqualTo(optOut(toConnector.text()));
    assertThat(toRequester.text()).doesNotContain("/u/").doesNotContain("/w/");
    assertThat(receiver.to(cast.connector())).hasSize(2);
    assertThat(receiver.to(cast.prospect())).hasSize(2);
    assertThat(story.mails(cast.introduction(), "INTRODUCTION"))
        .hasSize(3)
        .allSatisfy(
            mail ->
                assertThat(mail)
                    .containsEntry("state", "SENT")
                    .containsEntry("attempts", 1)
                    .containsEntry("outbox", null));
    assertThat(story.events(cast.introduction()))
        .contains("introduction.introduced")
        .doesNotContain("introduction.message_due");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | mails that name you as sender: “Kim Park (  | asks Ann Lee in your name
          de | die Sie als Absender nennen: „Kim Park (    | fragt Ann Lee jetzt in Ihrem Namen
          fr | l’expéditeur affiché : « Kim Park (         | pose maintenant la question à Ann Lee
          """)
  void shouldTellTheConnectorThatOthersWriteInTheirName(
      String language, String agreed, String thanks) {
    MailStory story = MailStory.live();
    Cast cast = story.asked();
    String link = optIn(only(receiver, cast.connector()).text()) + "?lang=" + language;

    assertThat(page(link).asString())
        .contains(agreed)
        .doesNotContain("Nobody writes", "Niemand schreibt", "Personne n’écrit");
    String confirmed =
        answer(link, "ACCEPT", () -> clock.advance(Duration.ofSeconds(3))).asString();
    assertThat(confirmed).contains(thanks);
    assertThat(story.wording(cast.introduction()))
        .startsWith("connector/%s/2".formatted(language))
        .contains(agreed);
  }

  @Test
  void shouldNotHaveTheCrmSendWhatIsMailed() {
    MailStory story = MailStory.live();
    Cast cast = story.asked();
    story.untilMail(cast.introduction(), "CONNECTOR_ASK", "SENT");

    Map<String, Object> message = story.message(cast.introduction(), "CONNECTOR_ASK");
    assertThat(message).containsEntry("sendable", false);
    assertThat(story.get("/v1/introductions/" + cast.introduction()).getString("dueMessageId"))
        .isNull();
    story
        .send("/v1/messages/" + message.get("id") + "/render", Map.of())
        .statusCode(422)
        .body("type", endsWith("/message-not-sendable"));
    story
        .send("/v1/messages/" + message.get("id") + "/retry", Map.of())
        .statusCode(422)
        .body("type", endsWith("/message-not-sendable"));
  }

  @Test
  void shouldRemindTheProspectOnce() {
    MailStory story = MailStory.live();
    Cast cast = story.asked();
    story.says(cast.introduction(), "CONNECTOR_ACCEPT");
    Taken first = only(receiver, cast.prospect());

    clock.advance(Duration.ofDays(4).plusMinutes(1));
    await().atMost(SOON).until(() -> receiver.to(cast.prospect()).size() == 2);
    Taken second = receiver.to(cast.prospect()).get(1);
    assertThat(second.text()).contains("This is the only reminder");
    clock.advance(Duration.ofDays(5));
    story.untilMail(cast.introduction(), "INVITATION_REMINDER", "SENT");
    yes(first);
    await().atMost(SOON).until(() -> story.state(cast.introduction()).equals("INTRODUCED"));

    assertThat(receiver.to(cast.prospect())).hasSize(3);
  }

  @Test
  void shouldStopAtAnOptOutFromTheMailProgram() {
    MailStory story = MailStory.live();
    Cast cast = story.asked();
    story.says(cast.introduction(), "CONNECTOR_ACCEPT");
    Taken invitation = only(receiver, cast.prospect());

    given()
        .contentType(ContentType.URLENC)
        .formParam("List-Unsubscribe", "One-Click")
        .post(optOut(invitation.header("List-Unsubscribe")))
        .then()
        .statusCode(200);

    assertThat(story.state(cast.introduction())).isEqualTo("PROSPECT_DECLINED");
    clock.advance(Duration.ofDays(5));
    only(receiver, cast.connector());
    assertThat(receiver.to(cast.prospect())).hasSize(1);
  }

  @Test
  void shouldLeaveToTheCrmWhomItMayNotWriteTo() {
    MailStory story = MailStory.live();
    for (String country : new String[] {"DE", null}) {
      Cast cast = story.asked(country, "ann");
      only(receiver, cast.connector());
      story.says(cast.introduction(), "CONNECTOR_ACCEPT");

      Map<String, Object> message = story.message(cast.introduction(), "PROSPECT_INVITATION");
      assertThat(message).containsEntry("sendable", true).containsEntry("mails", List.of());
      assertThat(story.get("/v1/introductions/" + cast.introduction()).getString("dueMessageId"))
          .isEqualTo(message.get("id"));
      story
          .send("/v1/messages/" + message.get("id") + "/render", Map.of())
          .statusCode(200)
          .body("recipientRole", equalTo("CONNECTOR"));
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(story.events(cast.introduction()))
                      .contains("introduction.message_due"));
      assertThat(receiver.to(cast.prospect())).isEmpty();
    }
  }

  @Test
  void shouldWriteToNobodyWhoIsSuppressed() {
    MailStory story = MailStory.live();
    receiver.close();
    Cast cast = story.asked();
    story.says(cast.introduction(), "CONNECTOR_ACCEPT");
    story.post("/v1/suppressions", Map.of("email", cast.prospect(), "reason", "OBJECTION"));
    receiver = MailReceiver.start();

    story.untilMail(cast.introduction(), "PROSPECT_INVITATION", "CANCELLED");
    assertThat(receiver.to(cast.prospect())).isEmpty();
  }

  @Test
  void shouldWaitUntilSomebodyMayBeWrittenTo() {
    Instant now = time.instant();
    MailStory story =
        MailStory.with(
            Map.of(
                "name",
                unique("Never at night"),
                "timeZone",
                "UTC",
                "hours",
                Stream.of(DayOfWeek.values())
                    .collect(
                        Collectors.toMap(
                            day -> day.name().toLowerCase(Locale.ROOT), day -> ALL_DAY)),
                "quietHours",
                Map.of("from", hour(now, -1), "to", hour(now, 6))));
    Cast cast = story.asked();

    Map<String, Object> mail = story.mail(cast.introduction(), "CONNECTOR_ASK");
    assertThat(mail).containsEntry("state", "QUEUED").containsEntry("attempts", 0);
    assertThat(receiver.to(cast.connector())).isEmpty();
    clock.advance(Duration.ofHours(12));
    only(receiver, cast.connector());
  }

  @Test
  void shouldKeepTheMailsOfATestTenant() {
    MailStory story = MailStory.test();
    Cast cast = story.asked();

    story.untilMail(cast.introduction(), "CONNECTOR_ASK", "SENT");

    @SuppressWarnings("unchecked")
    Map<String, Object> kept =
        (Map<String, Object>) story.mail(cast.introduction(), "CONNECTOR_ASK").get("outbox");
    assertThat(kept).containsEntry("to", cast.connector());
    assertThat(String.valueOf(kept.get("text"))).contains("/i/");
    assertThat(receiver.to(cast.connector())).isEmpty();
  }
}
