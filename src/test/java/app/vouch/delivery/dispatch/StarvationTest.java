package app.vouch.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.delivery.dispatch.SimulatedEngine.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That no endpoint and no tenant waits for another, on the engine's own dealing. */
@Tag("once")
class StarvationTest {
  private static final int SLOTS = 512;
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration QUICK = Duration.ofMillis(40);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static Lane lane(long tenant, long endpoint) {
    return new Lane(new UUID(1, endpoint), new UUID(2, tenant));
  }

  /** 200 endpoints of 50 tenants that each get two events a second, at random times. */
  private static List<Lane> healthy(SimulatedEngine engine) {
    Random random = new Random(11);
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Lane lane = lane(i % 50, i);
      lanes.add(lane);
      engine.endpoint(lane, QUICK, false);
      for (int event = 0; event < 120; event++) {
        engine.commit(lane, Duration.ofMillis(random.nextInt(60_000)));
      }
    }
    return lanes;
  }

  /** The same rate for endpoints, of the same tenants, that hang until the timeout. */
  private static void hanging(SimulatedEngine engine, int number) {
    Random random = new Random(13);
    for (int i = 0; i < number; i++) {
      Lane lane = lane(i % 50, 1_000 + i);
      engine.endpoint(lane, TIMEOUT, true);
      for (int event = 0; event < 120; event++) {
        engine.commit(lane, Duration.ofMillis(random.nextInt(60_000)));
      }
    }
  }

  private static Duration p99(List<Arrival> arrivals) {
    List<Duration> sorted = arrivals.stream().map(Arrival::latency).sorted().toList();
    return sorted.get(sorted.size() * 99 / 100);
  }

  private static List<Arrival> withHanging(int number) {
    SimulatedEngine engine = new SimulatedEngine(SLOTS);
    healthy(engine);
    hanging(engine, number);
    return engine.run(MINUTE.multipliedBy(2));
  }

  @Test
  void shouldDeliverAsQuicklyWhenTwentyOthersHang() {
    List<Arrival> alone = withHanging(0);
    List<Arrival> beside = withHanging(20);

    assertThat(beside).hasSameSizeAs(alone).hasSize(200 * 120);
    assertThat(p99(beside)).isLessThanOrEqualTo(p99(alone).multipliedBy(125).dividedBy(100));
  }

  /** More than there are slots for, if each took its four. */
  @Test
  void shouldDeliverAsQuicklyOnceManyMoreAreKnownToHang() {
    List<Arrival> alone = withHanging(0);
    List<Arrival> beside = withHanging(400);
    Duration known = TIMEOUT.multipliedBy(2);

    assertThat(beside).hasSameSizeAs(alone);
    assertThat(p99(beside.stream().filter(a -> a.committed().compareTo(known) > 0).toList()))
        .isLessThanOrEqualTo(p99(alone).multipliedBy(125).dividedBy(100));
  }

  @Test
  void shouldDelayNoOtherTenantByASecondWhenOneHasABurst() {
    SimulatedEngine engine = new SimulatedEngine(SLOTS);
    List<Lane> lanes = healthy(engine);
    for (int i = 0; i < 20; i++) {
      Lane burst = lane(99, 2_000 + i);
      engine.endpoint(burst, QUICK, false);
      for (int event = 0; event < 2_500; event++) {
        engine.commit(burst, Duration.ofSeconds(10));
      }
    }

    List<Arrival> arrivals = engine.run(MINUTE.multipliedBy(2));

    List<Arrival> others = arrivals.stream().filter(a -> lanes.contains(a.lane())).toList();
    assertThat(others).hasSize(200 * 120);
    assertThat(others).allSatisfy(a -> assertThat(a.latency()).isLessThan(Duration.ofSeconds(1)));
    assertThat(arrivals).hasSize(200 * 120 + 50_000);
  }
}
