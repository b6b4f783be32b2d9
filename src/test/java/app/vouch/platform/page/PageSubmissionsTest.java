package app.vouch.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.platform.http.RateLimits;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often the forms of pages may be sent. */
@QuarkusTest
class PageSubmissionsTest {
  @Inject RateLimits limits;

  @Test
  void shouldMakeALinkWaitAndNoOther() {
    PageSubmissions submissions = new PageSubmissions(limits, 1, 100);

    assertThat(submissions.ofLink("/f/one")).isZero();
    assertThat(submissions.ofLink("/f/one")).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    assertThat(submissions.ofLink("/f/one")).isPositive();
    assertThat(submissions.ofLink("/f/two")).isZero();
  }

  @Test
  void shouldMakeAnAddressWaitAndNoOther() {
    PageSubmissions submissions = new PageSubmissions(limits, 100, 1);

    assertThat(submissions.ofAddress("192.0.2.7")).isZero();
    assertThat(submissions.ofAddress("192.0.2.7")).isPositive();
    assertThat(submissions.ofAddress("192.0.2.8")).isZero();
  }
}
