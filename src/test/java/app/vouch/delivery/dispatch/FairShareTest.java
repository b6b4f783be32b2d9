package app.vouch.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.delivery.Band;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FairShareTest {
  private static final LaneTerms TERMS = new LaneTerms("https://a.example", false, 100, null);

  private final FairShare shares = new FairShare(1_000);
  private final UUID tenant = UUID.randomUUID();

  private static Waiting waiting(UUID tenant, int room, Band... bands) {
    return new Waiting(new Lane(UUID.randomUUID(), tenant), TERMS, Gate.OPEN, Set.of(bands), room);
  }

  /** With these endpoints known to take what they are sent. */
  private static InFlight proven(int slots, List<Waiting> waiting) {
    InFlight inFlight = new InFlight(slots);
    for (Waiting one : waiting) {
      for (int i = 0; i < 7; i++) {
        attempt(inFlight, one.lane(), false, Duration.ofMillis(20));
      }
    }
    return inFlight;
  }

  private static void attempt(InFlight inFlight, Lane lane, boolean fails, Duration took) {
    inFlight.begin(lane, Band.FIRST);
    inFlight.end(lane, Band.FIRST, fails, took);
  }

  private static int slots(List<Grant> grants, Waiting waiting) {
    return grants.stream()
        .filter(grant -> grant.lane().equals(waiting.lane()))
        .mapToInt(Grant::slots)
        .sum();
  }

  private static int slots(List<Grant> grants, Band band) {
    return grants.stream().filter(g -> g.band() == band).mapToInt(Grant::slots).sum();
  }

  @Test
  void shouldGiveTenantsAlikeHoweverManyEndpointsTheyHave() {
    List<Waiting> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(waiting(tenant, 100, Band.FIRST));
    }
    Waiting single = waiting(UUID.randomUUID(), 100, Band.FIRST);
    all.add(single);

    List<Grant> grants = shares.deal(all, proven(80, all));

    assertThat(slots(grants, single)).isBetween(33, 37);
  }

  @Test
  void shouldGiveNoMoreThanALaneHasRoomFor() {
    Waiting small = waiting(tenant, 3, Band.FIRST, Band.RETRY);
    Waiting full = waiting(tenant, 0, Band.FIRST);

    List<Waiting> all = List.of(small, full);
    List<Grant> grants = shares.deal(all, proven(80, all));

    assertThat(slots(grants, small)).isEqualTo(3);
    assertThat(slots(grants, full)).isZero();
  }

  @Test
  void shouldLeaveFirstAttemptsTheirShareWhenRetriesAndRecoveriesAbound() {
    List<Waiting> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(waiting(UUID.randomUUID(), 100, Band.RETRY, Band.RECOVERY));
    }

    List<Grant> grants = shares.deal(all, proven(80, all));

    assertThat(slots(grants, Band.RETRY)).isEqualTo(40);
    assertThat(slots(grants, Band.RECOVERY)).isEqualTo(10);
  }

  @Test
  void shouldLeaveRetriesASlotWhenFirstAttemptsAbound() {
    Waiting first = waiting(tenant, 100, Band.FIRST);
    Waiting retry = waiting(UUID.randomUUID(), 100, Band.RETRY);
    InFlight inFlight = proven(80, List.of(first, retry));
    for (int i = 0; i < 70; i++) {
      inFlight.begin(first.lane(), Band.FIRST);
    }

    List<Grant> grants = shares.deal(List.of(first, retry), inFlight);

    assertThat(slots(grants, first)).isZero();
    assertThat(slots(grants, retry)).isEqualTo(10);
  }

  @Test
  void shouldWeighFirstAttemptsOfALaneMoreThanWhatWasHeld() {
    Waiting both = waiting(tenant, 9, Band.FIRST, Band.RECOVERY);

    List<Grant> grants = shares.deal(List.of(both), proven(800, List.of(both)));

    assertThat(slots(grants, Band.FIRST)).isEqualTo(8);
    assertThat(slots(grants, Band.RECOVERY)).isEqualTo(1);
  }

  @Test
  void shouldCountTheAttemptsOfAFailingEndpointAsRetries() {
    InFlight inFlight = new InFlight(80);
    List<Waiting> failing = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Waiting one = waiting(UUID.randomUUID(), 4, Band.FIRST);
      failing.add(one);
      attempt(inFlight, one.lane(), true, Duration.ofSeconds(15));
    }

    assertThat(slots(shares.deal(failing, inFlight), Band.FIRST)).isEqualTo(40);
  }

  @Test
  void shouldBeginWithOneAttemptAndWidenWithSuccess() {
    InFlight inFlight = new InFlight(80);
    Waiting one = waiting(tenant, 4, Band.FIRST);

    assertThat(slots(shares.deal(List.of(one), inFlight), one)).isEqualTo(1);
    attempt(inFlight, one.lane(), false, Duration.ofMillis(20));
    assertThat(slots(shares.deal(List.of(one), inFlight), one)).isEqualTo(2);
    attempt(inFlight, one.lane(), false, Duration.ofMillis(20));
    attempt(inFlight, one.lane(), false, Duration.ofMillis(20));
    assertThat(slots(shares.deal(List.of(one), inFlight), one)).isEqualTo(4);
    attempt(inFlight, one.lane(), true, Duration.ofMillis(20));
    assertThat(slots(shares.deal(List.of(one), inFlight), one)).isEqualTo(4);
    attempt(inFlight, one.lane(), true, Duration.ofMillis(20));
    assertThat(slots(shares.deal(List.of(one), inFlight), one)).isEqualTo(1);
  }

  @Test
  void shouldGiveSlowEndpointsOfATenantFewerTurns() {
    Waiting slow = waiting(tenant, 100, Band.FIRST);
    Waiting quick = waiting(tenant, 100, Band.FIRST);
    InFlight inFlight = proven(80, List.of(slow, quick));
    for (int i = 0; i < 20; i++) {
      attempt(inFlight, slow.lane(), false, Duration.ofSeconds(10));
    }

    List<Grant> grants = shares.deal(List.of(slow, quick), inFlight);

    assertThat(slots(grants, slow)).isBetween(5, 10);
    assertThat(slots(grants, quick)).isBetween(60, 65);
  }
}
