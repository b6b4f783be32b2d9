package app.vouch.image;

import static java.util.Objects.requireNonNull;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the image of the packaged application to a tar file, without a container engine.
 *
 * <p>Environment: {@code BASE} is {@code scratch} (nothing but the application: for tests), {@code
 * tar://path} or a registry reference; {@code IMAGE} is the name inside the tar. System properties:
 * {@code vouch.app.dir}, {@code vouch.image.tar}.
 */
public final class ImageBuild {

  private static final String DEFAULT_BASE = "eclipse-temurin:21-jre";
  private static final String DEFAULT_TAR = "target/vouch-image.tar";

  private ImageBuild() {}

  /** Refuses what {@link Image#of} refuses, and a base that cannot be read. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> environment = System.getenv();
    PackagedApp app = PackagedApp.configured();
    String base = environment.getOrDefault("BASE", DEFAULT_BASE);
    Path tar = Path.of(System.getProperty("vouch.image.tar", DEFAULT_TAR));
    PrintStream out = System.out;
    out.println("base: " + base);
    JibContainer image = build(app, base, environment.get("IMAGE"), tar);
    out.println(image.getTargetImage() + " " + image.getImageId());
    out.println(tar + " (" + Files.size(tar) / 1_000_000 + " MB)");
  }

  static JibContainer build(PackagedApp app, String base, @Nullable String name, Path tar)
      throws IOException,
          InvalidImageReferenceException,
          InterruptedException,
          RegistryException,
          CacheDirectoryCreationException,
          ExecutionException {
    var image = Image.of(app, Image.startingFrom(base));
    return image.containerize(toTar(tar, name != null ? name : "vouch:" + app.version()));
  }

  /** A target whose caches lie beside the tar, not in the home of whoever builds. */
  static Containerizer toTar(Path tar, String name)
      throws IOException, InvalidImageReferenceException {
    Path folder = requireNonNull(tar.toAbsolutePath().getParent(), "tar is a folder");
    Files.createDirectories(folder);
    Path cache = folder.resolve("jib-cache");
    return Containerizer.to(TarImage.at(tar).named(name))
        .setToolName("vouch")
        .setBaseImageLayersCache(cache.resolve("base"))
        .setApplicationLayersCache(cache.resolve("application"))
        .addEventHandler(LogEvent.class, ImageBuild::print);
  }

  private static void print(LogEvent event) {
    switch (event.getLevel()) {
      case ERROR, WARN -> System.err.println(event.getMessage());
      default -> {}
    }
  }
}
