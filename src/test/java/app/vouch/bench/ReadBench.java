package app.vouch.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads over HTTP, beside a bare HTTP server that answers the same JSON from JDBC. */
final class ReadBench {
  private static final Duration FIRST_WARM_UP = Duration.ofSeconds(15);
  private static final String LIST = "/v1/referrals?limit=50";
  static final String QUERY =
      """
      query List {
        referrals(first: 50) {
          edges {
            node {
              id state coarseStatus source receivedAt updatedAt
              referrer { id code state person { id name email } }
              introductions { id state subject requester { name email } requestedAt }
              rewards { id state ruleId amount { amount currency } createdAt }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }""";

  private final BenchDatabase database;
  private final Api service;
  private final List<String> referrals;
  private final Path directory;
  private final BenchSettings settings;

  /**
   * @param referrals ids of those that are asked for one by one
   * @param directory for logs
   */
  ReadBench(
      BenchDatabase database,
      Api service,
      List<String> referrals,
      Path directory,
      BenchSettings settings) {
    this.database = database;
    this.service = service;
    this.referrals = referrals;
    this.directory = directory;
    this.settings = settings;
  }

  /** One way to read, at a server of either kind. */
  private interface Read {
    byte[] from(Api api) throws IOException;
  }

  List<Comparison> run() throws Exception {
    int port = ServerProcess.freePort();
    String url = "http://127.0.0.1:" + port;
    try (ServerProcess process =
            ServerProcess.start(
                List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    ReadFloor.class.getName(),
                    Integer.toString(port)),
                database.settings(),
                URI.create(url + "/"),
                directory.resolve("read-floor.log"));
        Api floor = new Api(url, "none")) {
      System.out.printf("  the floor is process %d%n", process.pid());
      List<Comparison> comparisons = new ArrayList<>();
      for (Map.Entry<String, Read> read : reads().entrySet()) {
        comparisons.addAll(compare(read.getKey(), read.getValue(), floor));
      }
      return comparisons;
    }
  }

  private Map<String, Read> reads() throws IOException {
    String body = Api.text(Map.of("query", QUERY));
    AtomicInteger turn = new AtomicInteger();
    Map<String, Read> reads = new LinkedHashMap<>();
    reads.put(
        "GET /v1/referrals/{id}",
        api ->
            api.get(
                "/v1/referrals/"
                    + referrals.get(Math.floorMod(turn.getAndIncrement(), referrals.size()))));
    reads.put("GET " + LIST, api -> api.get(LIST));
    reads.put("GraphQL list of 50", api -> api.post("/graphql", body));
    return reads;
  }

  private List<Comparison> compare(String what, Read read, Api floor) throws Exception {
    if (what.contains("{id}")) {
      for (String id : referrals.subList(0, 3)) {
        requireEqual(what, api -> api.get("/v1/referrals/" + id), floor);
      }
    } else {
      requireEqual(what, read, floor);
    }
    int most = Collections.max(BenchSettings.CALLERS);
    List<Load.Call> ofService = Collections.nCopies(most, () -> read.from(service));
    List<Load.Call> ofFloor = Collections.nCopies(most, () -> read.from(floor));
    Load.run(ofService, Duration.ZERO, FIRST_WARM_UP);
    Load.run(ofFloor, Duration.ZERO, FIRST_WARM_UP.dividedBy(2));
    List<Comparison> comparisons = new ArrayList<>();
    for (int count : BenchSettings.CALLERS) {
      comparisons.add(
          Comparison.measure(
              what, ofService.subList(0, count), ofFloor.subList(0, count), settings));
    }
    return comparisons;
  }

  /** The floor does the same work only if it gives the same answer, but for the query's cost. */
  private void requireEqual(String what, Read read, Api floor) throws IOException {
    byte[] ofService = read.from(service);
    byte[] ofFloor = read.from(floor);
    JsonNode expected = Api.json(ofService);
    if (expected instanceof ObjectNode answer) {
      answer.remove("extensions");
    }
    if (!expected.equals(Api.json(ofFloor))) {
      Path first = Files.write(directory.resolve("service.json"), ofService);
      Path second = Files.write(directory.resolve("floor.json"), ofFloor);
      throw new IllegalStateException(
          "the floor of %s answers other JSON; compare %s and %s, and mend ReadQueries"
              .formatted(what, first, second));
    }
  }
}
