package app.vouch.platform.work;

import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.platform.access.Actor;
import app.vouch.platform.access.Caller;
import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Events;
import app.vouch.platform.event.Fact;
import app.vouch.platform.guard.Guards;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The promises of a write: once per key, all or nothing, again after a lost race. */
@QuarkusTest
class WorkTest {
  record Note(@NotBlank String text, @Nullable Boolean dryRun, @Nullable String idempotencyKey)
      implements Command {}

  record NoteView(String id, String text) implements Identified {}

  record NoteWritten(UUID resourceId, NoteView view) implements Fact {
    @Override
    public EventType type() {
      return EventType.DEAL_UPDATED;
    }

    @Override
    public IdType resourceType() {
      return IdType.JOB;
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public boolean begins() {
      return true;
    }
  }

  @Inject Work work;
  @Inject Events events;
  @Inject Guards guards;
  @Inject Uuid7 ids;
  @Inject EntityManager entities;
  @Inject TenantScope scope;

  @Test
  void shouldRunOnceWhenACallIsRepeatedUnderItsKey() {
    AtomicInteger runs = new AtomicInteger();
    Note note = new Note("hello", null, unique("key"));

    NoteView first = as(() -> write(note, runs)).view();
    NoteView second = as(() -> write(note, runs)).view();

    assertThat(second).isEqualTo(first);
    assertThat(runs).hasValue(1);
    assertThat(eventsOf(first)).isEqualTo(1);
  }

  @Test
  void shouldRefuseWhenAKeyIsReusedForOtherContent() {
    String key = unique("key");
    as(() -> write(new Note("one", null, key), new AtomicInteger()));

    assertThatThrownBy(() -> as(() -> write(new Note("two", null, key), new AtomicInteger())))
        .isInstanceOfSatisfying(
            Refusal.Rule.class,
            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED));
  }

  @Test
  void shouldRunOnceWhenTwoCallsWithOneKeyRace() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Note note = new Note("race", null, unique("key"));
    List<NoteView> views = inParallel(8, () -> as(() -> write(note, runs)).view());

    assertThat(views).containsOnly(views.getFirst());
    assertThat(eventsOf(views.getFirst())).isEqualTo(1);
  }

  @Test
  void shouldLeaveNothingWhenTheBodyRefuses() {
    String key = unique("key");
    UUID id = ids.next();
    Supplier<Answer<NoteView>> refused =
        () ->
            work.write(
                "writeNote",
                new Note("no", null, key),
                NoteView.class,
                () -> {
                  publish(id, "no");
                  throw new Refusal.Rule(ProblemType.SELF_REFERRAL, "no");
                });

    assertThatThrownBy(() -> as(refused)).isInstanceOf(Refusal.Rule.class);

    assertThat(eventsOf(new NoteView(IdType.JOB.format(id), ""))).isZero();
    AtomicInteger runs = new AtomicInteger();
    as(() -> write(new Note("yes", null, key), runs));
    assertThat(runs).as("a refused call does not use the key up").hasValue(1);
  }

  @Test
  void shouldStoreNothingWhenItIsADryRun() {
    Answer<NoteView> preview =
        as(() -> write(new Note("dry", true, unique("key")), new AtomicInteger()));

    assertThat(preview.outcome()).isEqualTo(Outcome.PREVIEWED);
    assertThat(Objects.requireNonNull(preview.preview()).events())
        .extracting(Preview.PreviewedEvent::type)
        .containsExactly("deal.updated");
    assertThat(eventsOf(preview.view())).isZero();
  }

  @Test
  void shouldRunAgainWhenTwoWritesDeadlock() throws Exception {
    String one = unique("guard");
    String two = unique("guard");
    CountDownLatch bothHoldOne = new CountDownLatch(2);
    AtomicInteger runs = new AtomicInteger();

    List<NoteView> views =
        inParallel(
            List.of(
                () -> as(() -> crossing(one, two, bothHoldOne, runs)).view(),
                () -> as(() -> crossing(two, one, bothHoldOne, runs)).view()));

    assertThat(views).hasSize(2);
    assertThat(runs.get()).as("one of them ran again").isGreaterThan(2);
  }

  @Test
  void shouldNameTheFieldWhenACommandBreaksItsBounds() {
    assertThatThrownBy(() -> as(() -> write(new Note(" ", null, null), new AtomicInteger())))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal -> assertThat(refusal.errors().getFirst().pointer()).isEqualTo("/text"));
  }

  private Answer<NoteView> crossing(
      String first, String second, CountDownLatch bothHoldOne, AtomicInteger runs) {
    return work.write(
        "writeNote",
        new Note("cross", null, null),
        NoteView.class,
        () -> {
          runs.incrementAndGet();
          guards.hold(List.of(first));
          bothHoldOne.countDown();
          await(bothHoldOne);
          guards.hold(List.of(second));
          return Answer.created(publish(ids.next(), "cross"));
        });
  }

  private Answer<NoteView> write(Note note, AtomicInteger runs) {
    return work.write(
        "writeNote",
        note,
        NoteView.class,
        () -> {
          runs.incrementAndGet();
          return Answer.created(publish(ids.next(), note.text()));
        });
  }

  private NoteView publish(UUID id, String text) {
    NoteView view = new NoteView(IdType.JOB.format(id), text);
    events.publish(new NoteWritten(id, view));
    return view;
  }

  private <T> T as(Supplier<T> call) {
    return scope.call(tenant(), Actor.system("test"), "test", call);
  }

  private UUID tenant() {
    return scope.call(
        Caller.OPERATORS_REALM,
        Actor.system("test"),
        "test",
        () ->
            (UUID)
                entities
                    .createNativeQuery(
                        "select id from tenant where mode = 'LIVE' order by id limit 1", UUID.class)
                    .getSingleResult());
  }

  private long eventsOf(NoteView view) {
    UUID id = IdType.JOB.inPath(view.id());
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                ((Number)
                        entities
                            .createNativeQuery("select count(*) from event where resource_id = ?")
                            .setParameter(1, id)
                            .getSingleResult())
                    .longValue());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> List<T> inParallel(int times, Supplier<T> call) throws Exception {
    List<Supplier<T>> calls = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      calls.add(call);
    }
    return inParallel(calls);
  }

  private static <T> List<T> inParallel(List<Supplier<T>> calls)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      List<Future<T>> futures = calls.stream().map(c -> threads.submit(c::get)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
