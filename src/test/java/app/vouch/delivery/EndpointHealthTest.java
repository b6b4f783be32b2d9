package app.vouch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final HealthPolicy POLICY =
      new HealthPolicy(10, 3, Duration.ofMinutes(5), Duration.ofHours(12), Duration.ofDays(5));

  private static final List<Integer> REFUSALS = Arrays.asList(401, 403);

  private static EndpointHealth failing(int times, Integer status) {
    EndpointHealth health = EndpointHealth.UNKNOWN;
    for (int i = 0; i < times; i++) {
      health = health.failed(NOW.plusSeconds(i), status, "no", REFUSALS.contains(status), POLICY);
    }
    return health;
  }

  @Test
  void shouldHoldAtTheTenthFailureInARow() {
    assertThat(failing(9, 503).state()).isEqualTo(HealthState.FAILING);

    EndpointHealth held = failing(10, null);

    assertThat(held.state()).isEqualTo(HealthState.HELD);
    assertThat(held.heldReason()).isEqualTo(HeldReason.FAILING);
    assertThat(held.failingSince()).isEqualTo(NOW);
    assertThat(held.heldSince()).isEqualTo(NOW.plusSeconds(9));
    assertThat(held.probeAt()).isEqualTo(NOW.plusSeconds(9).plus(Duration.ofMinutes(5)));
    assertThat(held.noticeAt()).isEqualTo(held.heldSince());
  }

  @Test
  void shouldHoldAtTheThirdRefusalInARowAndSayThatItIsTheCredentials() {
    assertThat(failing(2, 401).isHeld()).isFalse();
    assertThat(failing(3, 401).heldReason()).isEqualTo(HeldReason.CREDENTIALS);
    assertThat(failing(3, 403).heldReason()).isEqualTo(HeldReason.CREDENTIALS);
    assertThat(
            failing(2, 401)
                .failed(NOW, 500, "no", false, POLICY)
                .failed(NOW, 401, "no", true, POLICY))
        .satisfies(mixed -> assertThat(mixed.isHeld()).isFalse());
  }

  @Test
  void shouldBeginAnewWithASuccess() {
    EndpointHealth well = failing(9, 503).succeeded(NOW.plusSeconds(60), 200);

    assertThat(well.state()).isEqualTo(HealthState.HEALTHY);
    assertThat(well.failed(NOW.plusSeconds(61), 503, "no", false, POLICY).failures()).isEqualTo(1);
  }

  @Test
  void shouldTellOfTheRecoveryOnlyWhoWasToldOfTheFailure() {
    assertThat(failing(10, 503).succeeded(NOW, 200).noticeAt()).isNull();
    assertThat(failing(10, 503).told(1, NOW).succeeded(NOW, 200).noticeAt()).isEqualTo(NOW);
  }

  @Test
  void shouldStayHeldWithTheFirstReasonAndTime() {
    EndpointHealth held = failing(10, 503);

    EndpointHealth later = held.told(1, NOW).failed(NOW.plusSeconds(900), 401, "no", true, POLICY);

    assertThat(later.heldSince()).isEqualTo(held.heldSince());
    assertThat(later.heldReason()).isEqualTo(HeldReason.FAILING);
    assertThat(later.told()).isEqualTo(1);
  }

  @Test
  void shouldWarnAtHalfSeventyAndNinetyPercentOfFiveDaysAfterTwelveHours() {
    Instant start = NOW.plus(Duration.ofHours(12));

    assertThat(POLICY.noticeAfter(1, NOW)).isEqualTo(start.plus(Duration.ofHours(60)));
    assertThat(POLICY.noticeAfter(2, NOW)).isEqualTo(start.plus(Duration.ofHours(84)));
    assertThat(POLICY.noticeAfter(3, NOW)).isEqualTo(start.plus(Duration.ofHours(108)));
    assertThat(POLICY.noticeAfter(4, NOW)).isEqualTo(start.plus(Duration.ofDays(5)));
    assertThat(POLICY.isLast(3)).isFalse();
    assertThat(POLICY.isLast(4)).isTrue();
  }
}
