package app.vouch.directory;

import app.vouch.shared.IdType;
import java.util.UUID;

/** What stands instead of the name of somebody who was erased. */
public final class Tombstone {
  static final String PREFIX = "erased:";

  static String of(UUID personId) {
    return PREFIX + IdType.PERSON.format(personId);
  }

  /** Whether a name is none, which nobody should be shown. */
  public static boolean is(String name) {
    return name.startsWith(PREFIX);
  }

  private Tombstone() {}
}
