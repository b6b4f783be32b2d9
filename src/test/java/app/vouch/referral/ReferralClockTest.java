package app.vouch.referral;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestClock;
import app.vouch.referral.Story.Setting;
import app.vouch.shared.IdType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferralClockTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject Story story;
  @Inject TestClock clock;
  @Inject ReferralTimers step;
  @Inject EntityManager entities;

  @Test
  void shouldGiveEachNoticeOnceWhenNobodyActs() {
    String id = story.plain().captured(Story.address()).extract().path("id");

    clock.advance(Duration.ofHours(25));
    await().atMost(SOON).until(() -> events(id).contains("referral.first_contact_overdue"));
    clock.advance(Duration.ofHours(24));
    await().atMost(SOON).until(() -> events(id).contains("referral.thank_you_overdue"));
    story.inTenant(
        () -> {
          step.run(IdType.REFERRAL.inPath(id), "again");
          return true;
        });

    assertThat(events(id))
        .containsExactly(
            "referral.captured",
            "referral.accepted",
            "referral.first_contact_overdue",
            "referral.thank_you_overdue");
    api().get("/v1/referrals/" + id).then().body("version", org.hamcrest.Matchers.equalTo(1));
  }

  @Test
  void shouldBeSilentWhenContactAndThanksCameInTime() {
    String id = story.plain().captured(Story.address()).extract().path("id");
    api().body("{\"action\":\"CONTACT\"}").post("/v1/referrals/" + id + "/transitions");
    api().post("/v1/referrals/" + id + "/thanks");

    clock.advance(Duration.ofHours(49));
    await().atMost(SOON).until(() -> timers(id) == 1);

    assertThat(events(id))
        .containsExactly("referral.captured", "referral.accepted", "referral.contacted");
  }

  @Test
  void shouldExpireAndLetTheDuplicateInWhenNothingHappens() {
    Setting setting = story.plain();
    String email = Story.address();
    String first = setting.captured(email).extract().path("id");
    clock.advance(Duration.ofDays(100));
    String second = setting.captured(email).extract().path("id");

    clock.advance(Duration.ofDays(81));
    await().atMost(SOON).until(() -> "EXPIRED".equals(state(first)));

    assertThat(state(second)).isEqualTo("ACCEPTED");
    api()
        .body("{\"action\":\"REVIVE\"}")
        .post("/v1/referrals/" + first + "/transitions")
        .then()
        .statusCode(422);
    api()
        .body("{\"action\":\"WITHDRAW\"}")
        .post("/v1/referrals/" + second + "/transitions")
        .then()
        .statusCode(200);
    api()
        .body("{\"action\":\"REVIVE\"}")
        .post("/v1/referrals/" + first + "/transitions")
        .then()
        .statusCode(200);
    assertThat(state(first)).isEqualTo("ACCEPTED");
  }

  @Test
  void shouldExpireWhenNobodyReviews() {
    String id = story.reviewed().captured(Story.address()).extract().path("id");

    clock.advance(Duration.ofDays(31));

    await().atMost(SOON).until(() -> "EXPIRED".equals(state(id)));
    api()
        .get("/v1/referrals/" + id)
        .then()
        .body("reasonCode", org.hamcrest.Matchers.equalTo("NOT_REVIEWED"));
  }

  private static String state(String id) {
    return api().get("/v1/referrals/" + id).path("state");
  }

  private List<String> events(String id) {
    UUID uuid = IdType.REFERRAL.inPath(id);
    return story.inTenant(
        () ->
            entities
                .createQuery(
                    "select e.type from StoredEvent e where e.resourceId = :id order by e.sequence",
                    String.class)
                .setParameter("id", uuid)
                .getResultList());
  }

  private long timers(String id) {
    return story.inTenant(
        () ->
            ((Number)
                    entities
                        .createNativeQuery(
                            "select count(*) from scheduled_tasks where task_instance like :name")
                        .setParameter("name", "%" + id + "%")
                        .getSingleResult())
                .longValue());
  }
}
