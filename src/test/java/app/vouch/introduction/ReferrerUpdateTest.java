package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import app.vouch.RecordedEvents;
import app.vouch.TestClock;
import app.vouch.introduction.IntroductionStory.Referred;
import app.vouch.shared.IdType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Referrers hear what has become of their referrals, once for each step. */
@QuarkusTest
class ReferrerUpdateTest {
  private static final String DUE = "referral.referrer_update_due";

  @Inject IntroductionStory story;
  @Inject TestClock clock;
  @Inject RecordedEvents recorded;
  @Inject EntityManager entities;

  private static ValidatableResponse move(String referral, String action) {
    return api()
        .body(Map.of("action", action, "reasonCode", "NO_BUDGET"))
        .post("/v1/referrals/" + referral + "/transitions")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse render(String message, Map<String, ?> how) {
    return api().body(how).post("/v1/messages/" + message + "/render").then();
  }

  /** The newest notice's message. */
  private String message(String referral) {
    UUID id = IdType.REFERRAL.inPath(referral);
    byte[] body =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    (byte[])
                        entities
                            .createNativeQuery(
                                "select body from event where resource_id = ? and type = ? order by sequence desc limit 1",
                                byte[].class)
                            .setParameter(1, id)
                            .setParameter(2, DUE)
                            .getSingleResult());
    return JsonPath.from(new String(body, StandardCharsets.UTF_8)).getString("data.message.id");
  }

  private int notices(String referral) {
    return Collections.frequency(recorded.of(IdType.REFERRAL, referral), DUE);
  }

  @Test
  void shouldBeDueAtEachStepAndSayHowItStands() {
    Referred referral = story.referral();
    assertThat(notices(referral.id())).isZero();

    move(referral.id(), "CONTACT");
    assertThat(notices(referral.id())).isEqualTo(1);
    String first = message(referral.id());
    render(first, Map.of())
        .statusCode(200)
        .body("kind", equalTo("REFERRER_UPDATE"))
        .body("recipientRole", equalTo("REFERRER"))
        .body("recipientPersonId", startsWith("per_"))
        .body("referralId", equalTo(referral.id()))
        .body("introductionId", nullValue())
        .body("link", nullValue())
        .body("text", containsString("we are in contact"));
    render(first, Map.of("language", "DE"))
        .statusCode(200)
        .body("text", containsString("wir sind in Kontakt"));

    move(referral.id(), "QUALIFY");
    assertThat(notices(referral.id())).isEqualTo(2);
    render(first, Map.of()).statusCode(422).body("code", equalTo("message-not-sendable"));
    render(message(referral.id()), Map.of())
        .statusCode(200)
        .body("text", containsString("it looks promising"));

    move(referral.id(), "LOSE");
    assertThat(notices(referral.id())).isEqualTo(3);
    render(message(referral.id()), Map.of())
        .statusCode(200)
        .body("text", containsString("nothing has come of it"));
  }

  @Test
  void shouldBeNoNewsAfterAMonth() {
    Referred referral = story.referral();
    move(referral.id(), "CONTACT");
    String message = message(referral.id());

    clock.advance(Duration.ofDays(31));

    render(message, Map.of()).statusCode(422).body("code", equalTo("message-not-sendable"));
  }

  @Test
  void shouldThankUntilItIsTooLate() {
    Referred referral = story.referral();
    String message = api().get("/v1/referrals/" + referral.id()).path("thankYouMessageId");

    clock.advance(Duration.ofDays(3));
    render(message, Map.of("language", "DE"))
        .statusCode(200)
        .body("subject", startsWith("Vielen Dank"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(recorded.of(IdType.REFERRAL, referral.id()))
                    .contains("referral.thank_you_overdue"));
    clock.advance(Duration.ofDays(30));
    render(message, Map.of())
        .statusCode(422)
        .body("code", equalTo("message-not-sendable"))
        .body("detail", containsString("too late"));
  }

  @Test
  void shouldNotBeDueWhereTheReferrerWantsNoMessages() {
    Referred referral = story.referral();
    String referrer = api().get("/v1/referrals/" + referral.id()).path("referrer.id");
    String person = api().get("/v1/referrers/" + referrer).path("person.id");
    String email = api().get("/v1/people/" + person).path("email");
    api()
        .body(Map.of("email", email, "reason", "OBJECTION"))
        .post("/v1/suppressions")
        .then()
        .statusCode(201);

    move(referral.id(), "CONTACT");

    assertThat(notices(referral.id())).isZero();
  }
}
