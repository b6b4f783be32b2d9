package app.vouch.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutageTest {
  private static final SQLException LOST = new SQLException("link failure", "08S01", 0);

  @Test
  void shouldAskToTryAgainWhenTheConnectionWasLost() {
    assertThat(Outage.behind(new IllegalStateException("cannot be read", LOST)))
        .get()
        .extracting(Refusal::type)
        .isEqualTo(ProblemType.TRY_AGAIN);
  }

  @Test
  void shouldFindWhatACommitHides() {
    Exception rolledBack = new IllegalStateException("rolled back");
    rolledBack.addSuppressed(LOST);

    assertThat(Outage.behind(new RuntimeException(rolledBack))).isPresent();
  }

  @Test
  void shouldCountAPoolWithoutConnections() {
    assertThat(
            Outage.behind(new SQLException("Acquisition timeout while waiting for new connection")))
        .isPresent();
  }

  @Test
  void shouldLeaveEverythingElseAlone() {
    assertThat(Outage.behind(null)).isEmpty();
    assertThat(Outage.behind(new IllegalStateException("a fault of ours"))).isEmpty();
    assertThat(Outage.behind(new SQLException("no such column", "42S22", 1054))).isEmpty();
  }
}
