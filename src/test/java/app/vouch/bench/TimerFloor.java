package app.vouch.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Takes the earliest timer that nobody else has, and writes what its firing writes. */
final class TimerFloor implements Load.Source {
  private final ReplayWriter writer;
  private final PreparedStatement pick;
  private final PreparedStatement remove;

  TimerFloor(ReplayWriter writer) throws SQLException {
    this.writer = writer;
    this.pick =
        writer.prepare(
            """
            select task_name, task_instance from bench_timer
            order by execution_time limit 1 for update skip locked""");
    this.remove =
        writer.prepare("delete from bench_timer where task_name = ? and task_instance = ?");
  }

  @Override
  public boolean next() throws SQLException {
    try (ResultSet row = pick.executeQuery()) {
      if (!row.next()) {
        writer.commit();
        return false;
      }
      remove.setString(1, row.getString(1));
      remove.setString(2, row.getString(2));
    }
    remove.executeUpdate();
    writer.make();
    return true;
  }
}
