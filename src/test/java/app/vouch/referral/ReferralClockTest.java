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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        .containsExactly(
            "referral.captured",
            "referral.accepted",
            "referral.contacted",
            "referral.referrer_update_due");
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

  @Test
  void shouldSayOnceThatTheProspectMustBeTold() {
    String silent = story.plain().captured(Story.address()).extract().path("id");
    String told = story.plain().captured(Story.address()).extract().path("id");
    String contacted = story.plain().captured(Story.address()).extract().path("id");
    String hashed = story.hashing().captured(Story.address()).extract().path("id");
    api().post("/v1/referrals/" + told + "/privacy-notice").then().statusCode(200);
    api()
        .body("{\"action\":\"CONTACT\"}")
        .post("/v1/referrals/" + contacted + "/transitions")
        .then()
        .statusCode(200);
    String later = "referral.thank_you_overdue";
    clock.advance(Duration.ofDays(20));
    for (String id : List.of(silent, told, contacted, hashed)) {
      await().atMost(SOON).until(() -> events(id).contains(later));
      assertThat(events(id)).doesNotContain("referral.privacy_notice_due");
    }
    assertThat(overdue()).doesNotContain(silent);

    clock.advance(Duration.ofDays(2));
    await().atMost(SOON).until(() -> events(silent).contains("referral.privacy_notice_due"));
    clock.advance(Duration.ofDays(2));

    assertThat(overdue()).contains(silent).doesNotContain(told, contacted, hashed);
    assertThat(events(silent).stream().filter("referral.privacy_notice_due"::equals)).hasSize(1);
    for (String id : List.of(told, contacted, hashed)) {
      assertThat(events(id)).doesNotContain("referral.privacy_notice_due");
    }
  }

  private static List<String> overdue() {
    List<String> referrals = new ArrayList<>();
    String next = null;
    do {
      var page =
          api()
              .queryParam("kind", "PRIVACY_NOTICE")
              .queryParam("overdue", true)
              .queryParam("limit", 200)
              .queryParams(next == null ? Map.of() : Map.of("cursor", next))
              .get("/v1/due-items")
              .then()
              .statusCode(200)
              .extract();
      referrals.addAll(page.path("data.referralId"));
      next = page.path("page.nextCursor");
    } while (next != null);
    return referrals;
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
