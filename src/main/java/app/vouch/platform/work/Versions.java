package app.vouch.platform.work;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import java.util.Map;

/** Lost updates: who changes a resource says which version they have read. */
public final class Versions {

  /**
   * @throws Refusal.Rule {@code version-mismatch}, naming the present version
   */
  public static void same(int read, int present) {
    if (read != present) {
      throw new Refusal.Rule(
          ProblemType.VERSION_MISMATCH,
          "version %d was read, and it is now %d; read it again and repeat the change"
              .formatted(read, present),
          Map.of("version", present));
    }
  }

  private Versions() {}
}
