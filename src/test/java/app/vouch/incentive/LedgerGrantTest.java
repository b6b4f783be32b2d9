package app.vouch.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the account of src/docs/database-grant.md Vouch runs, and nobody changes what is booked. */
@QuarkusTest
@TestProfile(LedgerGrantTest.WithGrant.class)
@EnabledIfEnvironmentVariable(named = "VOUCH_TEST_DB", matches = "mysql")
class LedgerGrantTest {
  private static final int TABLE_ACCESS_DENIED = 1142;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  /** Vouch on a database of its own, as an account that may not change the books. */
  public static class WithGrant implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(GrantedAccount.class));
    }
  }

  @Test
  void shouldRunFromTheWonDealToTheSettledPayout() throws SQLException {
    IncentiveStory story = IncentiveStory.demo().won().approved();
    String payout = story.payout("APPROVE", "SEND", "SETTLE");
    story.step(payout, "RETURN").statusCode(200);

    assertThat(user).isEqualTo(GrantedAccount.NAME);
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from ledger_leg")) {
      rows.next();
      assertThat(rows.getInt(1)).isGreaterThan(10);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_entry set effective_at = recorded_at",
        "delete from ledger_entry",
        "update ledger_leg set amount = 1",
        "delete from ledger_leg",
        "update ledger_resolution set outcome = 'VOIDED'",
        "delete from ledger_resolution",
        "update ledger_period_close set closed_by = 'nobody'",
        "delete from ledger_period_close"
      })
  void shouldRefuseToChangeWhatIsBooked(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate(sql))
          .isInstanceOfSatisfying(
              SQLException.class,
              no -> assertThat(no.getErrorCode()).isEqualTo(TABLE_ACCESS_DENIED));
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
