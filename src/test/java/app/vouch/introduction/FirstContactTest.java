package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.introduction.IntroductionStory.transition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestClock;
import app.vouch.program.IntroductionSettings;
import app.vouch.program.ProgramSettings.AttestedConsent;
import app.vouch.shared.IdType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the first contact is due while an introduction is on its way. */
@QuarkusTest
class FirstContactTest {
  private static final IntroductionSettings BOTH_ATTESTED =
      new IntroductionSettings(null, null, AttestedConsent.BOTH, null, null, null, null, null);
  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject IntroductionStory story;
  @Inject TestClock clock;
  @Inject Clock now;
  @Inject EntityManager entities;

  private static Map<String, String> said(String action) {
    return Map.of("action", action, "channel", "PHONE", "evidence", "said so on the phone");
  }

  private static @Nullable Instant due(String referral) {
    String due = api().get("/v1/referrals/" + referral).path("due.firstContact");
    return due == null ? null : Instant.parse(due);
  }

  /** How often somebody was told that nobody has made contact. */
  private long overdue(String referral) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                ((Number)
                        entities
                            .createNativeQuery(
                                "select count(*) from event where type = 'referral.first_contact_overdue' and resource_id = ?")
                            .setParameter(1, IdType.REFERRAL.inPath(referral))
                            .getSingleResult())
                    .longValue());
  }

  @Test
  void shouldCountFromWhenBothAgree() {
    String referral = story.referral(BOTH_ATTESTED, "Ann Lee").id();
    assertThat(due(referral)).isNotNull();
    String id = story.requested(referral);
    assertThat(due(referral)).isNull();
    clock.advance(Duration.ofDays(2));
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);
    assertThat(due(referral)).isNull();

    Instant before = now.instant();
    transition(id, said("PROSPECT_ACCEPT")).statusCode(200);

    assertThat(due(referral))
        .isBetween(before.plus(Duration.ofHours(24)), now.instant().plus(Duration.ofHours(24)));
    assertThat(overdue(referral)).isZero();
    clock.advance(Duration.ofHours(25));
    await().atMost(SOON).until(() -> overdue(referral) == 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECTOR_DECLINE", "CANCEL"})
  void shouldCountFromWhenTheIntroductionCameToNothing(String end) {
    String referral = story.referral().id();
    String id = story.requested(referral);
    clock.advance(Duration.ofDays(3));

    Instant before = now.instant();
    transition(id, Map.of("action", end)).statusCode(200);

    assertThat(due(referral)).isAfterOrEqualTo(before.plus(Duration.ofHours(24)));
    assertThat(overdue(referral)).isZero();
  }

  @Test
  void shouldGoOnCountingWhenItEndsAfterBothAgreed() {
    String referral = story.referral(BOTH_ATTESTED, "Ann Lee").id();
    String id = story.requested(referral);
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);
    transition(id, said("PROSPECT_ACCEPT")).statusCode(200);
    Instant due = due(referral);
    clock.advance(Duration.ofHours(1));

    transition(id, Map.of("action", "CANCEL")).statusCode(200);

    assertThat(due(referral)).isEqualTo(due);
  }

  @Test
  void shouldStopWhenTheIntroductionIsMade() {
    String referral = story.referral(BOTH_ATTESTED, "Ann Lee").id();
    String id = story.requested(referral);
    transition(id, said("CONNECTOR_ACCEPT")).statusCode(200);
    transition(id, said("PROSPECT_ACCEPT")).statusCode(200);
    transition(id, Map.of("action", "INTRODUCE")).statusCode(200);

    clock.advance(Duration.ofHours(25));
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .untilAsserted(() -> assertThat(overdue(referral)).isZero());

    assertThat(api().get("/v1/referrals/" + referral).<String>path("state")).isEqualTo("CONTACTED");
  }
}
