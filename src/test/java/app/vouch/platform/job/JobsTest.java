package app.vouch.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import app.vouch.TestClock;
import app.vouch.TestRealm;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final PageRequest ALL = new PageRequest(100, Cursor.START);

  @Inject Jobs jobs;
  @Inject JobService service;
  @Inject JobRunner runner;
  @Inject CountingTask counting;
  @Inject TestRealm realm;
  @Inject TestClock clock;
  @Inject Work work;

  private UUID tenant = new UUID(0, 0);

  @BeforeEach
  void newTenant() {
    tenant = realm.make();
  }

  @AfterEach
  void mend() {
    counting.failWith(null);
  }

  @Test
  void shouldGoThroughAllPiecesInTheNameOfWhoeverAsked() {
    UUID id = start(5);

    JobView job = awaitState(id, JobState.FINISHED);

    assertThat(job.done()).isEqualTo(5);
    assertThat(job.total()).isEqualTo(5);
    assertThat(job.refused()).isEqualTo(1);
    assertThat(job.finishedAt()).isNotNull();
    assertThat(counting.counted(id)).containsExactly(1, 2, 3, 4, 5);
    assertThat(counting.actorOf(id)).isEqualTo("test");
    assertThat(items(id))
        .extracting(JobItemView::resourceId, JobItemView::done, JobItemView::code)
        .contains(tuple("no_3", false, "unknown-reference"), tuple("no_5", true, null));
  }

  @Test
  void shouldNotBeginWhenItsTransactionIsRolledBack() {
    AtomicReference<@Nullable UUID> id = new AtomicReference<>();

    assertThatThrownBy(
            () ->
                realm.in(
                    tenant,
                    () -> {
                      work.step(
                          "test",
                          () -> {
                            id.set(begin(3));
                            throw new IllegalStateException("rolled back");
                          });
                      return true;
                    }))
        .hasMessage("rolled back");

    assertThat(realm.in(tenant, () -> service.list(ALL, JobFilter.ALL)).data()).isEmpty();
    assertThat(counting.counted(Objects.requireNonNull(id.get()))).isEmpty();
  }

  @Test
  void shouldTryAFaultyPieceAgainLaterAndKeepWhatWasDone() {
    counting.failWith(new IllegalStateException("of the test"));
    UUID id = start(4);
    await().atMost(SOON).until(() -> counting.counted(id).size() == 1);
    counting.failWith(null);

    clock.advance(Duration.ofMinutes(10));

    awaitState(id, JobState.FINISHED);
    assertThat(counting.counted(id)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void shouldFailAfterTheFifthFaultAndGoOnWhenRetried() {
    counting.failWith(new IllegalStateException("of the test"));
    UUID id = start(3);
    await()
        .atMost(SOON)
        .until(
            () -> {
              clock.advance(Duration.ofMinutes(10));
              return view(id).state() == JobState.FAILED;
            });
    assertThat(view(id).faultCode()).isEqualTo("internal");
    assertThat(view(id).fault()).contains("log").doesNotContain("of the test");
    counting.failWith(null);

    move(id, JobStep.RETRY);

    assertThat(awaitState(id, JobState.FINISHED).faultCode()).isNull();
    assertThat(counting.counted(id)).containsExactly(1, 2, 3);
  }

  @Test
  void shouldFailAtOnceWhenAPieceIsRefusedAndSayWhy() {
    counting.failWith(new Refusal.Rule(ProblemType.LEDGER_LIMIT, "the account is empty"));

    JobView job = awaitState(start(3), JobState.FAILED);

    assertThat(job.faultCode()).isEqualTo("ledger-limit");
    assertThat(job.fault()).isEqualTo("the account is empty");
    assertThat(job.done()).isEqualTo(1);
  }

  @Test
  void shouldStopWhenCancelledAndRefuseToGoOn() {
    counting.failWith(new IllegalStateException("of the test"));
    UUID id = start(3);
    await().atMost(SOON).until(() -> counting.counted(id).size() == 1);

    move(id, JobStep.CANCEL);
    counting.failWith(null);
    clock.advance(Duration.ofHours(1));

    assertThatThrownBy(() -> move(id, JobStep.RETRY)).isInstanceOf(Refusal.NotAllowed.class);
    realm.in(tenant, () -> run(id, "2"));
    assertThat(view(id).state()).isEqualTo(JobState.CANCELLED);
    assertThat(counting.counted(id)).containsExactly(1);
  }

  @Test
  void shouldLetOnlyTheLatestTurnGoOn() {
    UUID id = start(40);

    CompletableFuture.allOf(
            IntStream.range(0, 4)
                .mapToObj(
                    i -> CompletableFuture.runAsync(() -> realm.in(tenant, () -> run(id, "7"))))
                .toArray(CompletableFuture[]::new))
        .join();

    assertThat(awaitState(id, JobState.FINISHED).done()).isEqualTo(40);
    assertThat(counting.counted(id)).hasSize(40).doesNotHaveDuplicates();
    assertThat(items(id)).hasSize(40);
  }

  @Test
  void shouldShowNothingToAnotherTenant() {
    UUID id = start(1);
    awaitState(id, JobState.FINISHED);

    assertThatThrownBy(() -> realm.in(realm.make(), () -> service.get(IdType.JOB.format(id))))
        .isInstanceOf(Refusal.NotFound.class);
  }

  private UUID start(int last) {
    return realm.in(
        tenant,
        () -> {
          AtomicReference<@Nullable UUID> id = new AtomicReference<>();
          work.step("test", () -> id.set(begin(last)));
          return Objects.requireNonNull(id.get());
        });
  }

  private UUID begin(int last) {
    return IdType.JOB.inPath(jobs.start(counting, new CountingTask.Upto(last), last).id());
  }

  private boolean run(UUID id, String turn) {
    runner.run(id, turn);
    return true;
  }

  private JobView awaitState(UUID id, JobState state) {
    await().atMost(SOON).until(() -> view(id).state() == state);
    return view(id);
  }

  private JobView view(UUID id) {
    return realm.in(tenant, () -> service.get(IdType.JOB.format(id)));
  }

  private List<JobItemView> items(UUID id) {
    return realm.in(tenant, () -> service.items(IdType.JOB.format(id), ALL)).data();
  }

  private void move(UUID id, JobStep step) {
    realm.in(
        tenant,
        () -> service.transition(new TransitionJob(IdType.JOB.format(id), step, null, null, null)));
  }
}
