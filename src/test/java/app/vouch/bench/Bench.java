package app.vouch.bench;

import app.vouch.bench.BenchSettings.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code make bench}: measures the packaged service and its floors, and prints the figures. */
public final class Bench {
  private static final int FULL_REFERRALS = 200;

  public static void main(String... args) throws Exception {
    Map<String, String> environment = System.getenv();
    BenchSettings settings = BenchSettings.from(environment);
    Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench-");
    System.out.println("Logs and data are in " + directory);
    VouchServer.Secrets secrets = VouchServer.Secrets.random();
    try (BenchDatabase database = BenchDatabase.start(environment, directory.resolve("database"));
        VouchServer vouch = VouchServer.start(database, secrets, directory.resolve("service.log"));
        Api api = new Api(vouch.url(), secrets.apiKey())) {
      System.out.printf("Vouch is at %s, process %d%n", vouch.url(), vouch.process().pid());
      Story story = new Story(api);
      story.begin();
      for (int i = 0; i < FULL_REFERRALS; i++) {
        story.captureToReward();
      }
      if (settings.parts().contains(Part.CAPTURE)) {
        CaptureBench.Result captures = new CaptureBench(database, story, settings).run();
        captures
            .comparisons()
            .forEach(
                c ->
                    System.out.printf(
                        "%s %d: %s floor %s ratio %.2f%n",
                        c.what(), c.callers(), c.service(), c.floor(), c.ratio()));
      }
    }
  }

  private Bench() {}
}
