package app.vouch.bench;

import app.vouch.bench.BenchSettings.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code make bench}: measures the packaged service and its floors, and prints the figures. */
public final class Bench {
  private static final int FULL_REFERRALS = 200;

  private final BenchSettings settings;
  private final BenchDatabase database;
  private final Path directory;
  private final VouchServer.Secrets secrets = VouchServer.Secrets.random();
  private CaptureBench.Result captures = new CaptureBench.Result("", List.of());
  private CaptureBench.Result optIns = new CaptureBench.Result("", List.of());
  private CaptureBench.Result timers = new CaptureBench.Result("", List.of());
  private List<Comparison> reads = List.of();
  private List<StartBench.Pair> starts = List.of();

  private Bench(BenchSettings settings, BenchDatabase database, Path directory) {
    this.settings = settings;
    this.database = database;
    this.directory = directory;
  }

  public static void main(String... args) throws Exception {
    BenchSettings settings = BenchSettings.from(System.getenv());
    Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench-");
    System.out.println("Logs and data are in " + directory);
    try (BenchDatabase database =
        BenchDatabase.start(System.getenv(), directory.resolve("database"))) {
      Bench bench = new Bench(settings, database, directory);
      bench.measure();
      bench.report();
    }
    delete(directory);
  }

  private void measure() throws Exception {
    try (VouchServer vouch =
            VouchServer.start(database, secrets, directory.resolve("service.log"));
        Api api = new Api(vouch.url(), secrets.apiKey())) {
      System.out.printf("Vouch is at %s, process %d%n", vouch.url(), vouch.process().pid());
      Story story = new Story(api);
      story.begin();
      List<String> referrals = new ArrayList<>();
      for (int i = 0; i < FULL_REFERRALS; i++) {
        referrals.add(story.captureToReward());
      }
      if (settings.parts().contains(Part.READS)) {
        System.out.println("Reads");
        reads = new ReadBench(database, api, referrals, directory, settings).run();
      }
      write(story);
    }
    if (settings.parts().contains(Part.START)) {
      System.out.println("Start and memory");
      starts = new StartBench(database, secrets, directory, settings).run();
    }
  }

  /** What the floors repeat is recorded before any of the measurements fills the database. */
  private void write(Story story) throws Exception {
    Optional<CaptureBench> capture =
        part(Part.CAPTURE, () -> new CaptureBench(database, story, settings));
    Optional<OptInBench> optIn = part(Part.OPTIN, () -> new OptInBench(database, story, settings));
    Optional<TimerBench> timer =
        part(Part.TIMERS, () -> new TimerBench(database, story, secrets, directory, settings));
    if (capture.isPresent()) {
      System.out.println("Captures");
      captures = capture.get().run();
    }
    if (optIn.isPresent()) {
      System.out.println("Opt-ins");
      optIns = optIn.get().run();
    }
    if (timer.isPresent()) {
      System.out.println("Timers");
      timers = timer.get().run();
    }
  }

  private <T> Optional<T> part(Part part, Callable<T> bench) throws Exception {
    return settings.parts().contains(part) ? Optional.of(bench.call()) : Optional.empty();
  }

  private void report() throws Exception {
    Machine machine = Machine.here();
    String version = database.version();
    System.out.println("\n" + BenchDocument.facts(machine, version, LocalDate.now()));
    if (!captures.comparisons().isEmpty()) {
      System.out.println("A capture writes " + captures.rows() + "\n");
      System.out.println(Figures.captures(captures.comparisons()));
    }
    if (!optIns.comparisons().isEmpty()) {
      System.out.println("An opt-in writes " + optIns.rows() + "\n");
      System.out.println(Figures.optIns(optIns.comparisons()));
    }
    if (!timers.comparisons().isEmpty()) {
      System.out.println("A reminder writes " + timers.rows() + "\n");
      System.out.println(Figures.timers(timers.comparisons()));
    }
    if (!reads.isEmpty()) {
      System.out.println(Figures.reads(reads));
    }
    if (!starts.isEmpty()) {
      System.out.println(Figures.starts(starts));
    }
    if (settings.forTheDocument()) {
      Files.writeString(
          BenchDocument.FILE,
          BenchDocument.text(
              machine,
              version,
              LocalDate.now(),
              settings,
              new BenchDocument.Measured(captures, reads, optIns, timers, starts)));
      System.out.println("Written to " + BenchDocument.FILE);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
