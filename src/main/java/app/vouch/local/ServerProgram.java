package app.vouch.local;

import java.nio.file.Path;
import java.util.List;

/** What differs between the database servers that we can run ourselves. */
interface ServerProgram {

  Path executable();

  /** The server's own files, its {@code --basedir}. */
  Path home();

  /** The command that fills an empty data directory. */
  List<String> install(Path databases);

  /** Arguments besides those that every server gets. */
  List<String> arguments();
}
