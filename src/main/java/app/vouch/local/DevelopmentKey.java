package app.vouch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The API key of a development machine: made once, kept beside the embedded database. */
final class DevelopmentKey {
  private static final String FILE = "api-key";
  private static final int RANDOM_BYTES = 32;

  /**
   * @throws StartRefused when the file cannot be read or written
   */
  static String in(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      byte[] random = new byte[RANDOM_BYTES];
      new SecureRandom().nextBytes(random);
      String key = "vk_live_" + HexFormat.of().formatHex(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, key);
      return key;
    } catch (IOException e) {
      throw new StartRefused("the development key cannot be kept in " + file + ": " + e, e);
    }
  }

  private DevelopmentKey() {}
}
