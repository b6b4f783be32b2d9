package app.vouch.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Quarkus application with Vouch's extensions and settings that does nothing: one resource, one
 * GraphQL query, one entity and an empty change log, so that no extension switches itself off.
 */
final class EmptyApp {
  private static final Path DIRECTORY = Path.of("target", "bench-empty");
  private static final int BUILD_MINUTES = 10;
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);
  private static final Pattern VERSION =
      Pattern.compile("<quarkus.version>([^<]+)</quarkus.version>");

  /** What names classes of Vouch's own. */
  private static final String DIALECT = "quarkus.hibernate-orm.dialect";

  private static final String SOURCE =
      """
      package empty;

      import jakarta.persistence.Entity;
      import jakarta.persistence.Id;
      import jakarta.ws.rs.GET;
      import jakarta.ws.rs.Path;
      import org.eclipse.microprofile.graphql.GraphQLApi;
      import org.eclipse.microprofile.graphql.Query;

      @Path("/empty")
      @GraphQLApi
      public class Empty {
        @GET
        public String get() {
          return "";
        }

        @Query
        public String empty() {
          return "";
        }

        @Entity
        public static class Row {
          @Id public long id;
        }
      }
      """;

  private EmptyApp() {}

  /** Makes the project anew and packages it. */
  static EmptyApp build(Path log) throws IOException, InterruptedException {
    Path resources = DIRECTORY.resolve("src/main/resources");
    write(DIRECTORY.resolve("pom.xml"), pom(Files.readString(Path.of("pom.xml"))));
    write(DIRECTORY.resolve("src/main/java/empty/Empty.java"), SOURCE);
    write(
        resources.resolve("application.properties"),
        Files.readAllLines(Path.of("src/main/resources/application.properties")).stream()
            .filter(line -> !line.startsWith(DIALECT))
            .collect(Collectors.joining("\n", "", "\n")));
    write(resources.resolve("db/changelog.yaml"), "databaseChangeLog: []\n");
    ProcessBuilder builder =
        new ProcessBuilder("./mvnw", "-q", "-ntp", "-f", DIRECTORY + "/pom.xml", "package")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroy();
      throw new IllegalStateException("the empty application could not be built; see " + log);
    }
    return new EmptyApp();
  }

  /** Vouch's extensions, with nothing else that it depends on. */
  static String pom(String ofVouch) {
    Matcher version = VERSION.matcher(ofVouch);
    if (!version.find()) {
      throw new IllegalArgumentException("pom.xml has no quarkus.version");
    }
    String extensions =
        DEPENDENCY
            .matcher(ofVouch.substring(ofVouch.indexOf("</dependencyManagement>")))
            .results()
            .map(found -> found.group())
            .filter(text -> text.contains("<groupId>io.quarkus</groupId>"))
            .filter(text -> !text.contains("<scope>test</scope>"))
            .collect(Collectors.joining("\n    "));
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>app.vouch</groupId>
          <artifactId>empty</artifactId>
          <version>0</version>
          <properties>
            <maven.compiler.release>21</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <dependencyManagement>
            <dependencies>
              <dependency>
                <groupId>io.quarkus.platform</groupId>
                <artifactId>quarkus-bom</artifactId>
                <version>%1$s</version>
                <type>pom</type>
                <scope>import</scope>
              </dependency>
            </dependencies>
          </dependencyManagement>
          <dependencies>
            %2$s
          </dependencies>
          <build>
            <plugins>
              <plugin>
                <groupId>io.quarkus.platform</groupId>
                <artifactId>quarkus-maven-plugin</artifactId>
                <version>%1$s</version>
                <extensions>true</extensions>
                <executions>
                  <execution>
                    <goals>
                      <goal>build</goal>
                    </goals>
                  </execution>
                </executions>
              </plugin>
              <plugin>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>3.14.1</version>
              </plugin>
            </plugins>
          </build>
        </project>
        """
        .formatted(version.group(1), extensions);
  }

  ServerProcess start(BenchDatabase database, Path log) throws IOException, InterruptedException {
    int management = ServerProcess.freePort();
    Map<String, String> environment = new HashMap<>(database.settings());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
    environment.put("VOUCH_HTTP_PORT", Integer.toString(ServerProcess.freePort()));
    environment.put("VOUCH_MANAGEMENT_PORT", Integer.toString(management));
    return ServerProcess.start(
        List.of("-jar", DIRECTORY.resolve("target/quarkus-app/quarkus-run.jar").toString()),
        environment,
        URI.create("http://127.0.0.1:" + management + "/q/health/ready"),
        log);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
