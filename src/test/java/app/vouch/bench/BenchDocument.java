package app.vouch.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The document of a complete run. */
final class BenchDocument {
  static final Path FILE = Path.of("src", "docs", "benchmarks.md");

  /** What a complete run came to. */
  record Measured(
      CaptureBench.Result captures,
      List<Comparison> reads,
      CaptureBench.Result optIns,
      CaptureBench.Result timers,
      List<StartBench.Pair> starts) {}

  static String text(
      Machine machine, String database, LocalDate date, BenchSettings settings, Measured measured) {
    return """
        # Benchmarks

        Written by `make bench`; a run of everything with five pairs or more replaces this file. `BENCH_ONLY=capture,reads,optin,timers,start` measures a part, `BENCH_ROUNDS` (pairs) and `BENCH_SECONDS` (of each half of a pair) make it shorter or longer, `VOUCH_DB_URL`, `VOUCH_DB_USER` and `VOUCH_DB_PASSWORD` name an empty database to measure on.

        %s
        ## How it is measured

        The production jar runs in its production profile as a process of its own, with the options of the image and a rate limit that is never met. Callers are threads that send a request, wait for the answer, and send the next. Load generator, service, floor and database share one machine and its cores, so figures are lower than on machines of their own, the service's more than the floor's: it is reached through HTTP. Each figure is the median of %d pairs, measured in turns: the service for %d s (after %d s of warm-up), then the floor for as long. The ratio is the median of the pairs' ratios. Both sides use the driver with the same options.

        ## Captures

        `POST /v1/referrals` with an `Idempotency-Key`, each of a new prospect at a new organization. The floor is a bare JDBC program that writes the same rows in one transaction, a connection for each caller and a statement for each row, without HTTP, reads or checks: %s. (The rows are found by comparing the database before and after one capture. What the service writes later in the background, an event's place in the feed, the floor writes at once.)

        %s
        ## Reads

        The floor is a bare server: the same HTTP server, a pool of the same size, the least SQL, and a JSON writer; nobody signs in and nothing is checked. Before it is measured, its answers are compared with the service's: the same JSON, save the query's cost that GraphQL answers carry. It reads the GraphQL list with four queries and takes the query as known:

        ```graphql
        %s
        ```

        %s
        ## Opt-ins

        A connector says yes: `POST /i/{token}` with the code of a page that was opened more than two seconds before. Each page serves once, so a measurement is of a number of answers, not of a time. The floor writes the same rows in one transaction, each caller for an introduction of its own: %s.

        %s
        ## Timers

        Reminders that are all due at once, fired by %d replicas on one database; the rate counts from the moment they are due, so it holds the wait for the next look. The floor is %d connections that each take the earliest row off a table like the timers' with `for update skip locked`, delete it and write what a firing writes, in one transaction: %s.

        %s
        ## Start and memory

        An empty Quarkus application with the same extensions, settings and JVM options: one resource, one GraphQL query, one entity and an empty change log, so that no extension switches itself off. From the start of the process to the first 200 of `/q/health/ready`, on a database that is up to date; memory is `VmRSS` %d s later.

        %s"""
        .formatted(
            facts(machine, database, date),
            settings.rounds(),
            settings.measured().toSeconds(),
            settings.warmUp().toSeconds(),
            measured.captures().rows(),
            Figures.captures(measured.captures().comparisons()),
            ReadBench.QUERY,
            Figures.reads(measured.reads()),
            measured.optIns().rows(),
            Figures.optIns(measured.optIns().comparisons()),
            TimerBench.REPLICAS,
            TimerBench.THREADS,
            measured.timers().rows(),
            Figures.timers(measured.timers().comparisons()),
            StartBench.REST.toSeconds(),
            Figures.starts(measured.starts()));
  }

  static String facts(Machine machine, String database, LocalDate date) {
    return """
        | | |
        |---|---|
        | date | %s |
        | commit | %s |
        | processor | %s |
        | memory | %s |
        | system | %s |
        | Java | %s |
        | database | %s |
        """
        .formatted(
            date,
            machine.commit(),
            machine.processor(),
            machine.memory(),
            machine.system(),
            machine.java(),
            database);
  }

  private BenchDocument() {}
}
