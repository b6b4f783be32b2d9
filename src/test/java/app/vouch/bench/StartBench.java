package app.vouch.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Start-up time and memory at rest, beside an empty application with the same extensions. */
final class StartBench {
  static final Duration REST = Duration.ofSeconds(10);

  private final BenchDatabase database;
  private final VouchServer.Secrets secrets;
  private final Path directory;
  private final BenchSettings settings;

  /**
   * @param secrets of the service that has run on the database before
   * @param directory for logs
   */
  StartBench(
      BenchDatabase database, VouchServer.Secrets secrets, Path directory, BenchSettings settings) {
    this.database = database;
    this.secrets = secrets;
    this.directory = directory;
    this.settings = settings;
  }

  /**
   * One start.
   *
   * @param millis from the start of the process to the first 200 of its readiness
   * @param residentBytes {@link #REST} later; empty where the operating system does not tell
   */
  record Start(double millis, OptionalLong residentBytes) {
    double megabytes() {
      return residentBytes.isPresent() ? residentBytes.getAsLong() / 1e6 : Double.NaN;
    }
  }

  /** Two starts, one after the other. */
  record Pair(Start service, Start empty) {
    double ratioOfTime() {
      return service.millis() / empty.millis();
    }

    double ratioOfMemory() {
      return service.megabytes() / empty.megabytes();
    }
  }

  List<Pair> run() throws IOException, InterruptedException {
    System.out.println("  building an empty application with the same extensions");
    EmptyApp empty = EmptyApp.build(directory.resolve("empty-build.log"));
    Path log = directory.resolve("empty.log");
    empty.start(database, log).close();
    List<Pair> pairs = new ArrayList<>();
    for (int round = 1; round <= settings.rounds(); round++) {
      Pair pair =
          new Pair(
              measured(
                  VouchServer.start(database, secrets, directory.resolve("service.log")).process()),
              measured(empty.start(database, log)));
      System.out.printf(
          "  start, pair %d of %d: %.0f ms and %.0f MB, empty %.0f ms and %.0f MB%n",
          round,
          settings.rounds(),
          pair.service().millis(),
          pair.service().megabytes(),
          pair.empty().millis(),
          pair.empty().megabytes());
      pairs.add(pair);
    }
    return pairs;
  }

  private static Start measured(ServerProcess process) throws IOException, InterruptedException {
    try (process) {
      Thread.sleep(REST);
      return new Start(process.startUp().toNanos() / 1e6, process.residentBytes());
    }
  }
}
