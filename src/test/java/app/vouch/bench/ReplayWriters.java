package app.vouch.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writers side by side, each over a connection of its own. */
record ReplayWriters(List<ReplayWriter> all) implements AutoCloseable {

  static ReplayWriters open(BenchDatabase database, List<Replay> replays) throws SQLException {
    List<ReplayWriter> writers = new ArrayList<>();
    for (Replay replay : replays) {
      writers.add(new ReplayWriter(database.connect(), replay));
    }
    return new ReplayWriters(List.copyOf(writers));
  }

  @Override
  public void close() throws SQLException {
    for (ReplayWriter writer : all) {
      writer.close();
    }
  }
}
