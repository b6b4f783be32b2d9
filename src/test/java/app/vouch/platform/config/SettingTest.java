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

  /** Read by the Makefile or set by it for the tests. */
  private static final Set<String> TESTS_ONLY =
      Set.of("VOUCH_TEST_DB", "VOUCH_TEST_DB_USER", "VOUCH_TEST_DB_PASSWORD");

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
    read.removeAll(TESTS_ONLY);

    assertThat(listed).containsAll(read);
  }
}
