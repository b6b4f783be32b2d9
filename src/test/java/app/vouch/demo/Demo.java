package app.vouch.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code make demo}: the story against a service of its own. Exit status 0 only if all of it held.
 */
public final class Demo {

  public static void main(String... args) throws IOException, InterruptedException {
    boolean keep = "1".equals(System.getenv("KEEP"));
    boolean kill = "1".equals(System.getenv("KILL"));
    Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "demo-");
    System.out.println("Starting Vouch with an embedded database in " + directory + " …");
    int status = 1;
    try (Receiver crm = new Receiver();
        Service service =
            new Service(directory, kill ? Service.SOON_OVER_A_CRASH : Map.of()).start()) {
      System.out.println("Vouch is at " + service.url() + ", the demo CRM at " + crm.url());
      new Story(service.url(), Service.API_KEY, crm, kill ? () -> crash(service) : () -> {}).play();
      status = 0;
      System.out.printf(
          """

          The story held. Look around while it runs (KEEP=1 make demo):
            GraphiQL   %1$s/graphiql
            Swagger UI %1$s/docs
            OpenAPI    %1$s/openapi
            key        %2$s
          """,
          service.url(), Service.API_KEY);
      if (keep) {
        System.out.println("Running until you press Ctrl-C.");
        Thread.currentThread().join();
      }
    } catch (IllegalStateException e) {
      System.out.println(
          "\n    ✗ " + e.getMessage() + "\n      log: " + directory.resolve("service.log"));
    }
    if (status == 0) {
      delete(directory);
    }
    System.exit(status);
  }

  private static void crash(Service service) throws IOException, InterruptedException {
    System.out.println("    (kill -9, start again)");
    service.kill();
    service.start();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Demo() {}
}
