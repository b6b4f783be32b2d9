package app.vouch.image;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is in the image and how it starts. */
final class Image {

  /** Root's files, run by somebody else: the application cannot change itself. */
  static final String USER = "10001:10001";

  static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/app");

  /** Further options come by {@code JAVA_TOOL_OPTIONS}. */
  static final List<String> ENTRYPOINT =
      List.of(
          "java",
          "-XX:MaxRAMPercentage=75",
          "-XX:+ExitOnOutOfMemoryError",
          "-Djava.io.tmpdir=/tmp",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          "-jar",
          "quarkus-run.jar");

  private static final String TAR = "tar://";

  private Image() {}

  /**
   * An empty image, an image in a tar file, or one in a registry.
   *
   * @param base {@code scratch}, {@code tar://path} or a registry reference
   */
  static JibContainerBuilder startingFrom(String base) throws InvalidImageReferenceException {
    if (base.equals("scratch")) {
      return Jib.fromScratch();
    }
    if (base.startsWith(TAR)) {
      return Jib.from(TarImage.at(Path.of(base.substring(TAR.length()))));
    }
    return Jib.from(base);
  }

  /**
   * Lays the application over a base. The layers that change least come first, and nothing depends
   * on the time of the build: equal files make an equal image.
   *
   * @throws IllegalStateException when nothing was packaged, or not for production
   */
  static JibContainerBuilder of(PackagedApp app, JibContainerBuilder base) throws IOException {
    if (!app.exists()) {
      throw new IllegalStateException(
          "no application in " + app.directory() + ": package it first, with -Dproduction");
    }
    List<Path> databases = app.embeddedDatabases();
    if (!databases.isEmpty()) {
      throw new IllegalStateException(
          "the embedded database does not belong in an image, package with -Dproduction: "
              + databases);
    }
    return base.setFileEntriesLayers(
            layer(app, "libraries", "lib"),
            layer(app, "framework", "quarkus"),
            layer(app, "application", "app"),
            layer(app, "runner", "quarkus-run.jar"))
        .setCreationTime(Instant.EPOCH)
        .setWorkingDirectory(HOME)
        .setUser(USER)
        .setExposedPorts(Port.tcp(8080), Port.tcp(9000))
        .setEntrypoint(ENTRYPOINT)
        .setLabels(
            Map.of(
                "org.opencontainers.image.title", "Vouch",
                "org.opencontainers.image.description", "Headless referrals for CRMs",
                "org.opencontainers.image.licenses", "Apache-2.0",
                "org.opencontainers.image.version", app.version()));
  }

  private static FileEntriesLayer layer(PackagedApp app, String name, String part)
      throws IOException {
    Path source = app.directory().resolve(part);
    if (!Files.exists(source)) {
      throw new IllegalStateException(source + " is missing: not Quarkus' fast-jar layout");
    }
    return FileEntriesLayer.builder()
        .setName(name)
        .addEntryRecursive(source, HOME.resolve(part))
        .build();
  }
}
