package app.vouch.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.Timeouts;
import org.hibernate.dialect.MySQLDialect;
import org.junit.jupiter.api.Test;

class PortableDialectTest {
  private final MySQLDialect dialect = new PortableDialect();

  @Test
  void shouldSaySkipLockedWithoutAnAliasWhenALockAsksForIt() {
    String sql = dialect.getWriteLockString("e1_0", Timeouts.SKIP_LOCKED);

    assertThat(sql).contains("for update").contains("skip locked").doesNotContain(" of ");
  }

  @Test
  void shouldWaitWhenALockSaysNothingElse() {
    assertThat(dialect.getWriteLockString("e1_0", Timeouts.WAIT_FOREVER))
        .contains("for update")
        .doesNotContain("skip locked");
  }
}
