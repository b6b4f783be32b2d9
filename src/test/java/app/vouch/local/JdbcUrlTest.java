package app.vouch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JdbcUrlTest {

  @Test
  void shouldAddEveryParameterWhenTheUrlHasNone() {
    var url = new JdbcUrl("jdbc:mysql://db:3306/vouch").withDefaults().text();

    assertThat(url)
        .startsWith("jdbc:mysql://db:3306/vouch?sessionVariables=innodb_lock_wait_timeout=5&")
        .contains("&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&")
        .contains("&cachePrepStmts=true&");
  }

  @Test
  void shouldKeepWhatTheUserSetWhenTheUrlHasParameters() {
    var url =
        new JdbcUrl(
                "jdbc:mysql://db/vouch?sslMode=VERIFY_CA&USESERVERPREPSTMTS=false&sessionVariables=a=1")
            .withDefaults()
            .text();

    assertThat(url)
        .startsWith(
            "jdbc:mysql://db/vouch?sslMode=VERIFY_CA&USESERVERPREPSTMTS=false&sessionVariables=a=1&connectTimeout=10000&connectionTimeZone=UTC&")
        .doesNotContain("useServerPrepStmts=true")
        .doesNotContain("innodb_lock_wait_timeout");
  }

  @Test
  void shouldChangeNothingWhenTheDefaultsAreThere() {
    var url = new JdbcUrl("jdbc:mysql://db/vouch?").withDefaults();

    assertThat(url.withDefaults()).isEqualTo(url);
  }

  @Test
  void shouldReplaceTheDatabaseWhenAnotherIsNamed() {
    assertThat(new JdbcUrl("jdbc:mysql://db:3306/vouch?a=/b").withDatabase("other").text())
        .isEqualTo("jdbc:mysql://db:3306/other?a=/b");
    assertThat(new JdbcUrl("jdbc:mysql://db").withDatabase("other").text())
        .isEqualTo("jdbc:mysql://db/other");
  }

  @Test
  void shouldRefuseWithoutShowingThePasswordWhenTheUrlIsNotMySql() {
    assertThatThrownBy(() -> new JdbcUrl("postgres://user:secret@db/vouch"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("must start with jdbc:mysql:, but starts with postgres:")
        .hasMessageNotContaining("secret");
  }
}
