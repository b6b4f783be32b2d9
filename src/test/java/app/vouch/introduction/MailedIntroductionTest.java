package app.vouch.introduction;

import static app.vouch.introduction.MailStory.SOON;
import static app.vouch.introduction.MailStory.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import app.vouch.TestClock;
import app.vouch.introduction.IntroductionEvents.IntroductionMoved;
import app.vouch.introduction.MailQueueService.Claimed;
import app.vouch.introduction.MailStory.Cast;
import app.vouch.platform.access.Actor;
import app.vouch.platform.event.Fact;
import app.vouch.platform.mail.MailReceiver;
import app.vouch.platform.persistence.Sql;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The introduction is made when the mail server has taken what both parties get, and only then. */
@QuarkusTest
class MailedIntroductionTest {

  /** Refuses that an introduction is made, as an observer to the right may. */
  @ApplicationScoped
  static class Spoiler {
    private final Set<UUID> introductions = ConcurrentHashMap.newKeySet();
    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();

    void spoil(UUID introduction) {
      introductions.add(introduction);
    }

    void relent(UUID introduction) {
      introductions.remove(introduction);
    }

    boolean hasRefused(UUID introduction) {
      return refused.contains(introduction);
    }

    void on(@Observes Fact fact) {
      if (fact instanceof IntroductionMoved moved
          && moved.to() == IntroductionState.INTRODUCED
          && introductions.contains(moved.resourceId())) {
        refused.add(moved.resourceId());
        throw new Refusal.Rule(ProblemType.CONNECTOR_LIMIT, "spoiled");
      }
    }
  }

  @Inject Spoiler spoiler;
  @Inject MailSendingService sending;
  @Inject TenantScope scope;
  @Inject TestClock clock;
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

  private static UUID id(Cast cast) {
    return IdType.INTRODUCTION.inPath(cast.introduction());
  }

  private static <T> T inDatabase(Supplier<T> step) {
    return QuarkusTransaction.requiringNew().call(step::get);
  }

  private long count(String query, UUID parameter) {
    return inDatabase(() -> sql.list(query, row -> row.number("n"), parameter).getFirst());
  }

  private void bothAgree(MailStory story, Cast cast) {
    story.says(cast.introduction(), "CONNECTOR_ACCEPT");
    story.says(cast.introduction(), "PROSPECT_ACCEPT");
  }

  private static void untilIntroduced(MailStory story, Cast cast) {
    await().atMost(SOON).until(() -> story.state(cast.introduction()).equals("INTRODUCED"));
  }

  private static Map<String, Object> copy(MailStory story, Cast cast, String recipient) {
    return story.mails(cast.introduction(), "INTRODUCTION").stream()
        .filter(mail -> mail.get("recipientRole").equals(recipient))
        .findFirst()
        .orElse(Map.of());
  }

  private static void untilCopy(MailStory story, Cast cast, String recipient, String state) {
    await().atMost(SOON).until(() -> state.equals(copy(story, cast, recipient).get("state")));
  }

  @Test
  void shouldIntroduceWhoeverElseCannotBeReached() {
    MailStory story = MailStory.live();
    Cast cast = story.asked("GB", "ann", "refused");
    bothAgree(story, cast);

    untilIntroduced(story, cast);
    untilCopy(story, cast, "REQUESTER", "FAILED");
    assertThat(copy(story, cast, "REQUESTER")).containsEntry("problem", "REFUSED");
    Object message = story.message(cast.introduction(), "INTRODUCTION").get("id");
    story.post("/v1/messages/" + message + "/retry", Map.of());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(copy(story, cast, "REQUESTER"))
                    .containsEntry("state", "FAILED")
                    .containsEntry("attempts", 2));
    assertThat(story.state(cast.introduction())).isEqualTo("INTRODUCED");
    assertThat(story.events(cast.introduction())).doesNotContain("introduction.message_due");
  }

  @Test
  void shouldSayWhoHasItWhereNotAllCouldGetIt() {
    MailStory story = MailStory.live();
    Cast cast = story.asked("GB", "refused");
    bothAgree(story, cast);

    untilCopy(story, cast, "PROSPECT", "FAILED");
    untilCopy(story, cast, "CONNECTOR", "SENT");
    Map<String, Object> message = story.message(cast.introduction(), "INTRODUCTION");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(story.mailedTo(cast.introduction(), (String) message.get("id")))
                    .containsExactly(List.of("CONNECTOR")));
    assertThat(message).containsEntry("sendable", true);
    assertThat(story.get("/v1/introductions/" + cast.introduction()).getString("dueMessageId"))
        .isEqualTo(message.get("id"));
    story.send("/v1/messages/" + message.get("id") + "/render", Map.of()).statusCode(200);
    assertThat(receiver.to(cast.requester())).isEmpty();

    introduce(story, cast);
    assertThat(story.state(cast.introduction())).isEqualTo("INTRODUCED");
  }

  private static void introduce(MailStory story, Cast cast) {
    story.post(
        "/v1/introductions/" + cast.introduction() + "/transitions", Map.of("action", "INTRODUCE"));
  }

  @Test
  void shouldNotBeMadeByHandWhileItIsMailed() {
    receiver.close();
    MailStory story = MailStory.live();
    Cast cast = story.asked();
    bothAgree(story, cast);

    story
        .send(
            "/v1/introductions/" + cast.introduction() + "/transitions",
            Map.of("action", "INTRODUCE"))
        .statusCode(422)
        .body("type", endsWith("/mail-under-way"))
        .body("detail", containsString("wait for introduction.introduced"));

    receiver = MailReceiver.start();
    untilIntroduced(story, cast);
    assertThat(receiver.to(cast.prospect())).hasSize(1);
    assertThat(receiver.to(cast.connector())).hasSize(1);
  }

  @Test
  void shouldKeepWhatTheServerSaidWhereTheStepIsRefused() {
    MailStory story = MailStory.live();
    Cast cast = story.asked();
    spoiler.spoil(id(cast));
    bothAgree(story, cast);

    await().atMost(SOON).until(() -> spoiler.hasRefused(id(cast)));
    untilCopy(story, cast, "PROSPECT", "SENT");
    untilCopy(story, cast, "CONNECTOR", "SENT");
    assertThat(story.state(cast.introduction())).isEqualTo("MUTUAL");

    spoiler.relent(id(cast));
    await()
        .atMost(SOON)
        .until(
            () -> {
              inDatabase(
                  () ->
                      sql.update(
                          "update mail_queue set due_at = '2020-01-01', lease_until = null where introduction_id = ?",
                          id(cast)));
              return story.state(cast.introduction()).equals("INTRODUCED");
            });
    only(receiver, cast.requester());
    assertThat(receiver.to(cast.prospect())).hasSize(1);
  }

  @Test
  void shouldLeaveNothingBehindForAServerThatDoesNotAnswer() {
    receiver.close();
    MailStory story = MailStory.live();
    Cast cast = story.asked();

    await()
        .atMost(SOON)
        .until(
            () -> (Integer) story.mail(cast.introduction(), "CONNECTOR_ASK").get("attempts") > 3);
    assertThat(
            count(
                "select count(*) as n from introduction_token where introduction_id = ?", id(cast)))
        .isZero();
    assertThat(
            count(
                "select count(*) as n from audit_record a join message_mail m on m.tenant_id = a.tenant_id where a.actor_id = 'mail' and m.introduction_id = ?",
                id(cast)))
        .isZero();
  }

  @Test
  void shouldNotFollowUpWhoWantsNoMoreMail() {
    MailStory story = MailStory.live();
    Cast cast = story.asked();
    bothAgree(story, cast);
    untilIntroduced(story, cast);
    only(receiver, cast.requester());
    story.post("/v1/suppressions", Map.of("email", cast.requester(), "reason", "OBJECTION"));
    CountDownLatch held = receiver.holdAtData(cast.connector());
    clock.advance(Duration.ofDays(2).plusMinutes(1));
    await().atMost(SOON).until(() -> !attempts(cast).isEmpty());
    Claimed attempt = attempts(cast).getFirst();

    story.post("/v1/suppressions", Map.of("email", cast.connector(), "reason", "OBJECTION"));
    assertThat(
            scope.<Boolean>call(
                attempt.tenantId(), Actor.system("mail"), "late", () -> sending.handOver(attempt)))
        .isFalse();
    held.countDown();

    story.untilMail(cast.introduction(), "CONNECTOR_FOLLOW_UP", "CANCELLED");
    assertThat(receiver.to(cast.connector())).hasSize(1);
  }

  private List<Claimed> attempts(Cast cast) {
    return inDatabase(
        () ->
            sql.list(
                "select id, tenant_id, introduction_id, claim_id from message_mail where introduction_id = ? and state = 'SENDING'",
                row ->
                    new Claimed(
                        row.id("id"),
                        row.id("tenant_id"),
                        row.id("introduction_id"),
                        row.id("claim_id")),
                id(cast)));
  }
}
