package app.vouch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file whose content comes from the code. */
public final class GeneratedFile {
  /** Set to {@code true}, the file is written instead of compared. */
  public static final String GENERATE = "vouch.generate";

  /**
   * Fails when the file is missing or stale; with {@code -Dvouch.generate=true} writes it.
   *
   * @param path from the project's root, such as {@code src/docs/states/referral.md}
   */
  public static void check(Path path, String content) {
    try {
      if (Boolean.getBoolean(GENERATE)) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        Files.writeString(path, content, StandardCharsets.UTF_8);
      }
      assertThat(path)
          .withFailMessage("%s is missing; run the test with -D%s=true", path, GENERATE)
          .exists();
      assertThat(Files.readString(path, StandardCharsets.UTF_8))
          .as("%s is stale; run the test with -D%s=true", path, GENERATE)
          .isEqualTo(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GeneratedFile() {}
}
