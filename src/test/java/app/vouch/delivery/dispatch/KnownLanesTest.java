package app.vouch.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.delivery.Band;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownLanesTest {
  private final long[] now = {0};
  private final int[] readings = {0};
  private final InFlight inFlight = new InFlight(100);
  private final KnownLanes lanes = new KnownLanes(() -> now[0]);
  private final Lane first = new Lane(UUID.randomUUID(), UUID.randomUUID());
  private final Lane second = new Lane(UUID.randomUUID(), UUID.randomUUID());

  private static Waiting waiting(Lane lane, @Nullable Duration interval) {
    return new Waiting(
        lane,
        new LaneTerms("https://hooks.example/", false, 4, interval),
        Gate.of(true, false),
        Set.of(Band.FIRST),
        4);
  }

  /** A reading that takes that long. */
  private List<Waiting> read(Duration took, Waiting... found) {
    return lanes.waiting(
        () -> {
          readings[0]++;
          now[0] += took.toNanos();
          return List.of(found);
        },
        inFlight);
  }

  private void pass(Duration time) {
    now[0] += time.toNanos();
  }

  @Test
  void shouldReadForAFifthOfTheTimeAtMost() {
    Duration took = Duration.ofMillis(10);
    read(took, waiting(first, null));
    pass(Duration.ofMillis(39));
    read(took, waiting(first, null));
    assertThat(readings[0]).isEqualTo(1);

    pass(Duration.ofMillis(1));
    read(took, waiting(first, null));

    assertThat(readings[0]).isEqualTo(2);
  }

  @Test
  void shouldReadAgainSoonHoweverLongItTakes() {
    read(Duration.ofSeconds(3), waiting(first, null));
    pass(Duration.ofMillis(200));

    read(Duration.ZERO, waiting(first, null));

    assertThat(readings[0]).isEqualTo(2);
  }

  @Test
  void shouldCountWhatIsUnderWayByNow() {
    read(Duration.ofMillis(10), waiting(first, null));
    inFlight.begin(first, Band.FIRST);

    assertThat(read(Duration.ZERO)).singleElement().extracting(Waiting::room).isEqualTo(3);
  }

  @Test
  void shouldGoOnOnlyWithLanesThatHadAllThatWasGranted() {
    Waiting one = waiting(first, null);
    Waiting other = waiting(second, null);
    read(Duration.ofMillis(10), one, other);

    lanes.took(
        List.of(
            new Grant(one.lane(), one.terms(), Band.FIRST, 1),
            new Grant(other.lane(), other.terms(), Band.FIRST, 2)),
        List.of(claim(first), claim(second)));

    assertThat(read(Duration.ZERO)).extracting(Waiting::lane).containsExactly(first);
    lanes.took(List.of(new Grant(one.lane(), one.terms(), Band.FIRST, 1)), List.of());
    assertThat(read(Duration.ZERO)).isEmpty();
    assertThat(lanes.rest()).isEqualTo(Duration.ofMillis(40));
  }

  @Test
  void shouldLeaveRatesToWhatWasJustRead() {
    assertThat(read(Duration.ofMillis(10), waiting(first, Duration.ofSeconds(1)))).hasSize(1);

    assertThat(read(Duration.ZERO)).isEmpty();
  }

  private static Claim claim(Lane lane) {
    return new Claim(
        lane,
        "https://hooks.example/",
        Band.FIRST,
        false,
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        0,
        0,
        new byte[0],
        Profile.USUAL);
  }
}
