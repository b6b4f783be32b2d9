package app.vouch.referral;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.directory.PersonService;
import app.vouch.platform.event.Fact;
import app.vouch.program.ReferrerRef;
import app.vouch.referral.CaptureReferral.Prospect;
import app.vouch.referral.Story.Setting;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferralRaceTest {
  private static final int CALLERS = 4;
  private static final int ROUNDS = 3;

  /** Refuses what an address names, as an observer to the right may. */
  @ApplicationScoped
  static class Spoiler {
    private final Set<String> addresses = ConcurrentHashMap.newKeySet();

    void spoil(String address) {
      addresses.add(address);
    }

    void on(@Observes Fact fact) {
      if (fact instanceof ReferralEvents.ReferralMoved moved
          && addresses.contains(String.valueOf(moved.view().prospect().email()))) {
        throw new Refusal.Rule(ProblemType.CONNECTOR_LIMIT, "spoiled");
      }
    }
  }

  @Inject Story story;
  @Inject Spoiler spoiler;
  @Inject ReferralService referrals;
  @Inject PersonService people;
  @Inject EntityManager entities;

  @Test
  void shouldAcceptOneAndKeepTheOthersWhenManyCaptureTheSameProspectAtOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Setting setting = story.plain();
      String email = Story.address();

      List<Map<String, Object>> answers = together(() -> capture(setting, email));

      List<Map<String, Object>> accepted =
          answers.stream().filter(a -> "ACCEPTED".equals(a.get("state"))).toList();
      assertThat(accepted).hasSize(1);
      assertThat(answers)
          .filteredOn(a -> "DUPLICATE".equals(a.get("state")))
          .hasSize(CALLERS - 1)
          .allSatisfy(
              a -> {
                assertThat(a.get("reasonCode")).isEqualTo("PERSON_KNOWN");
                assertThat(String.valueOf(a.get("decision")))
                    .contains(String.valueOf(accepted.getFirst().get("id")));
              });
      assertThat(answers.stream().map(a -> ((Map<?, ?>) a.get("prospect")).get("id")).distinct())
          .hasSize(1);
    }
  }

  private static Map<String, Object> capture(Setting setting, String email) {
    return setting.captured(email).statusCode(201).extract().jsonPath().getMap("$");
  }

  private static <T> List<T> together(Callable<T> call) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CALLERS);
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<T>> running =
          IntStream.range(0, CALLERS)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return call.call();
                          }))
              .toList();
      List<T> answers = new ArrayList<>();
      for (Future<T> one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  @Test
  void shouldLeaveNothingWhenAnObserverRefuses() {
    Setting setting = story.plain();
    String email = Story.address();
    spoiler.spoil(email);

    assertThatThrownBy(
            () ->
                story.inTenant(
                    () ->
                        referrals.capture(
                            new CaptureReferral(
                                new Prospect("Ann", email, null, null),
                                ReferrerRef.ofId(setting.referrerId()),
                                setting.programId(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null))))
        .isInstanceOf(Refusal.Rule.class)
        .hasMessage("spoiled");

    assertThat(orphans("journal")).isZero();
    assertThat(orphans("event")).isZero();
    assertThat(timedReferrals()).allMatch(this::exists);
    assertThat(story.inTenant(() -> people.byEmail(email))).isEmpty();
    api()
        .queryParam("prospectEmail", email)
        .get("/v1/referrals")
        .then()
        .body("data.size()", org.hamcrest.Matchers.equalTo(0));
  }

  /** Rows about referrals that do not exist. */
  private long orphans(String table) {
    return story.inTenant(
        () ->
            ((Number)
                    entities
                        .createNativeQuery(
                            """
                            select count(*) from %s x where x.resource_type = 'referral'
                            and not exists (select 1 from referral r where r.id = x.resource_id)"""
                                .formatted(table))
                        .getSingleResult())
                .longValue());
  }

  private List<UUID> timedReferrals() {
    return story.inTenant(
        () -> {
          List<?> names =
              entities
                  .createNativeQuery(
                      "select task_instance from scheduled_tasks where task_name = 'referral-clock'",
                      String.class)
                  .getResultList();
          return names.stream()
              .map(name -> IdType.REFERRAL.inPath(String.valueOf(name).split(":", 3)[1]))
              .toList();
        });
  }

  /** In any tenant: other tests have timers too. */
  private boolean exists(UUID id) {
    return story.inTenant(
        () ->
            !entities
                .createNativeQuery("select 1 from referral where id = :id")
                .setParameter("id", id)
                .getResultList()
                .isEmpty());
  }
}
