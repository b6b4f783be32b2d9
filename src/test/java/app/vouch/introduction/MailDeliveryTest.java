package app.vouch.introduction;

import static app.vouch.introduction.MailStory.SOON;
import static app.vouch.introduction.MailStory.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.introduction.MailStory.Cast;
import app.vouch.platform.mail.MailReceiver;
import app.vouch.platform.mail.MailServer;
import app.vouch.platform.persistence.Sql;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.shared.IdType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No mail is sent twice by itself, and none is lost from sight. */
@QuarkusTest
class MailDeliveryTest {
  @Inject MailQueueService queue;
  @Inject MailSendingService sending;
  @Inject MailServer server;
  @Inject MailMetrics metrics;
  @Inject MailSettings settings;
  @Inject TenantScope scope;
  @Inject Sql sql;

  private MailReceiver receiver;

  @BeforeEach
  void listen() {
    receiver = MailReceiver.start();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  /** As if the replica that holds the mail had died. */
  private void endLease(Cast cast) {
    UUID introduction = IdType.INTRODUCTION.inPath(cast.introduction());
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sql.update(
                    "update mail_queue set lease_until = '2020-01-01' where introduction_id = ?",
                    introduction));
  }

  @Test
  void shouldSendOnceWhenTheServerIsBack() {
    receiver.close();
    MailStory story = MailStory.live();
    Cast cast = story.asked();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(story.mail(cast.introduction(), "CONNECTOR_ASK"))
                    .containsEntry("problem", "SERVER_UNREACHABLE")
                    .containsEntry("detail", "the mail server cannot be reached"));
    try (MailReceiver again = MailReceiver.start()) {
      only(again, cast.connector());
      story.untilMail(cast.introduction(), "CONNECTOR_ASK", "SENT");

      assertThat(again.to(cast.connector())).hasSize(1);
      Map<String, Object> mail = story.mail(cast.introduction(), "CONNECTOR_ASK");
      assertThat((Integer) mail.get("attempts")).isGreaterThan(1);
      assertThat(mail).containsEntry("problem", null).containsEntry("nextAttemptAt", null);
    }
  }

  @Test
  void shouldTryAgainWhereTheServerAsksForIt() {
    MailStory story = MailStory.live();
    Cast cast = story.asked("GB", "later");
    story.says(cast.introduction(), "CONNECTOR_ACCEPT");

    only(receiver, cast.prospect());
    story.untilMail(cast.introduction(), "PROSPECT_INVITATION", "SENT");
    assertThat(story.mail(cast.introduction(), "PROSPECT_INVITATION")).containsEntry("attempts", 2);
  }

  @Test
  void shouldGiveARefusedMailToTheCrm() {
    MailStory story = MailStory.live();
    Cast cast = story.asked("GB", "refused");
    story.says(cast.introduction(), "CONNECTOR_ACCEPT");

    story.untilMail(cast.introduction(), "PROSPECT_INVITATION", "FAILED");
    assertThat(story.mail(cast.introduction(), "PROSPECT_INVITATION"))
        .containsEntry("problem", "REFUSED")
        .containsEntry("detail", "550 5.1.1 nobody here is called […]");
    Map<String, Object> message = story.message(cast.introduction(), "PROSPECT_INVITATION");
    assertThat(message).containsEntry("sendable", true);
    assertThat(story.get("/v1/introductions/" + cast.introduction()).getString("dueMessageId"))
        .isEqualTo(message.get("id"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(story.events(cast.introduction()))
                    .containsOnlyOnce("introduction.message_due"));
    story.send("/v1/messages/" + message.get("id") + "/render", Map.of()).statusCode(200);

    story.post("/v1/messages/" + message.get("id") + "/retry", Map.of());
    story.untilMail(cast.introduction(), "PROSPECT_INVITATION", "FAILED");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(story.mail(cast.introduction(), "PROSPECT_INVITATION"))
                    .containsEntry("attempts", 2));
  }

  @Test
  void shouldNotGuessWhereTheOutcomeIsUnknown() {
    receiver.fallSilentAtEnd();
    MailStory story = MailStory.live();
    Cast cast = story.asked();

    story.untilMail(cast.introduction(), "CONNECTOR_ASK", "FAILED");
    assertThat(story.mail(cast.introduction(), "CONNECTOR_ASK"))
        .containsEntry("problem", "OUTCOME_UNKNOWN")
        .containsEntry("attempts", 1);
    MailReceiver.Taken first = receiver.to(cast.connector()).getFirst();
    Object message = story.message(cast.introduction(), "CONNECTOR_ASK").get("id");
    story.post("/v1/messages/" + message + "/retry", Map.of());
    story.untilMail(cast.introduction(), "CONNECTOR_ASK", "SENT");

    assertThat(receiver.to(cast.connector())).hasSize(2);
    MailReceiver.Taken second = receiver.to(cast.connector()).get(1);
    assertThat(second.header("Message-ID")).isEqualTo(first.header("Message-ID"));
    IntroductionStory.page(MailStory.optIn(first.text())).then().statusCode(200);
    IntroductionStory.page(MailStory.optIn(second.text())).then().statusCode(200);
  }

  @Test
  void shouldLeaveAMailToWhoeverTookItOver() {
    CountDownLatch held = receiver.holdAtData();
    MailStory story = MailStory.live();
    Cast cast = story.asked();
    await().atMost(SOON).until(() -> receiver.begun() == 1);

    endLease(cast);
    story.untilMail(cast.introduction(), "CONNECTOR_ASK", "SENT");
    held.countDown();

    await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> true);
    assertThat(receiver.to(cast.connector())).hasSize(1);
    assertThat(story.mail(cast.introduction(), "CONNECTOR_ASK")).containsEntry("attempts", 2);
  }

  @Test
  void shouldNotTakeOverWhatMayHaveArrived() {
    CountDownLatch held = receiver.holdAtEnd();
    MailStory story = MailStory.live();
    Cast cast = story.asked();
    only(receiver, cast.connector());

    endLease(cast);
    story.untilMail(cast.introduction(), "CONNECTOR_ASK", "FAILED");
    assertThat(story.mail(cast.introduction(), "CONNECTOR_ASK"))
        .containsEntry("problem", "OUTCOME_UNKNOWN");
    held.countDown();

    story.untilMail(cast.introduction(), "CONNECTOR_ASK", "SENT");
    assertThat(receiver.to(cast.connector())).hasSize(1);
  }

  @Test
  void shouldSendOnceFromSeveralReplicas() throws InterruptedException {
    List<MailWorker> others =
        Stream.generate(() -> new MailWorker(queue, sending, server, metrics, settings, scope))
            .limit(3)
            .toList();
    others.forEach(worker -> worker.start(new StartupEvent()));
    try {
      MailStory story = MailStory.live();
      List<Cast> casts = IntStream.range(0, 12).mapToObj(i -> story.asked()).toList();
      for (Cast cast : casts) {
        story.untilMail(cast.introduction(), "CONNECTOR_ASK", "SENT");
        assertThat(receiver.to(cast.connector())).hasSize(1);
        assertThat(story.mail(cast.introduction(), "CONNECTOR_ASK")).containsEntry("attempts", 1);
      }
    } finally {
      for (MailWorker worker : others) {
        worker.stop(new ShutdownEvent());
      }
    }
  }

  @Test
  void shouldNotSendWhatTheIntroductionNoLongerWants() {
    CountDownLatch held = receiver.holdAtData();
    MailStory story = MailStory.live();
    Cast cast = story.asked();
    await().atMost(SOON).until(() -> receiver.begun() == 1);

    story.post(
        "/v1/introductions/" + cast.introduction() + "/transitions", Map.of("action", "CANCEL"));
    held.countDown();

    story.untilMail(cast.introduction(), "CONNECTOR_ASK", "CANCELLED");
    assertThat(receiver.to(cast.connector())).isEmpty();
  }
}
