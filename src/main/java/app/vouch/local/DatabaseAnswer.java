package app.vouch.local;

import com.mysql.cj.jdbc.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** Whether the database answers, asked before the program runs: a message, not a stack trace. */
final class DatabaseAnswer {

  /**
   * @throws StartRefused when it does not, or not to this account
   */
  static void require(String url, String user, String password) {
    Properties account = new Properties();
    account.setProperty("user", user);
    account.setProperty("password", password);
    try {
      new Driver().connect(url, account).close();
    } catch (SQLException e) {
      throw new StartRefused(
          "the database at %s does not answer as \"%s\": %s%nCheck VOUCH_DB_URL, VOUCH_DB_USER and VOUCH_DB_PASSWORD."
              .formatted(url.replaceFirst("\\?.*", ""), user, firstLine(e)),
          e);
    }
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private DatabaseAnswer() {}
}
