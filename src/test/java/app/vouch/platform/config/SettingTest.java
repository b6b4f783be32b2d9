package app.vouch.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingTest {
  private static final Pattern NAME = Pattern.compile("VOUCH_[A-Z_]+");

  /** A way to send introductions, not a variable. */
  private static final Set<String> NO_SETTINGS = Set.of("VOUCH_SENDS");

  @Test
  void shouldListEveryVariableThatTheCodeReads() throws IOException {
    Set<String> listed =
        Arrays.stream(Setting.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> read = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("Setting.java") && file.toString().matches(".*\\.(java|properties)")) {
          NAME.matcher(Files.readString(file)).results().forEach(m -> read.add(m.group()));
        }
      }
    }
    read.removeAll(NO_SETTINGS);

    assertThat(listed).containsAll(read);
  }
}
