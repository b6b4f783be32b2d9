package app.vouch.platform.config;

import app.vouch.docs.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The README's table of settings is made from {@link Setting}. */
@Tag("generated")
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final String BEGIN = "<!-- settings:begin -->\n";
  private static final String END = "<!-- settings:end -->";

  @Test
  void shouldShowEverySettingInTheReadme() throws IOException {
    String text = Files.readString(README);
    String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
    String after = text.substring(text.indexOf(END));

    GeneratedFile.check(README, before + Setting.table() + after);
  }
}
