package app.vouch.bench;

import app.vouch.bench.DeliveryBenchDocument.Aged;
import app.vouch.bench.DeliveryBenchDocument.Drained;
import app.vouch.bench.DeliveryBenchDocument.Measured;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * {@code make bench-deliveries}: how fast a backlog is delivered, by one replica and by three on
 * the same cores, to one endpoint, to a hundred and to a thousand, and how long an event takes at
 * half load, beside a bare HTTP client that posts the same bodies with as many connections.
 */
public final class DeliveryBench {
  private static final int DELIVERIES = 30_000;
  private static final int AT_ONCE = 512;
  private static final int MIDDLE = 100;
  private static final int HANGING = 20;
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration SEEDING = Duration.ofSeconds(30);
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration MEASURED = Duration.ofSeconds(20);

  private final Path directory;
  private final VouchServer.Secrets secrets = VouchServer.Secrets.random();
  private final Vertx vertx = Vertx.vertx();
  private final int deliveries;
  private String databaseVersion = "";

  private DeliveryBench(Path directory, int deliveries) {
    this.directory = directory;
    this.deliveries = deliveries;
  }

  public static void main(String... args) throws Exception {
    int deliveries =
        Integer.parseInt(
            System.getenv().getOrDefault("BENCH_DELIVERIES", Integer.toString(DELIVERIES)));
    Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench-");
    System.out.println("Logs and data are in " + directory);
    DeliveryBench bench = new DeliveryBench(directory, deliveries);
    try {
      Machine machine = Machine.here();
      Measured measured = bench.measure();
      String text =
          DeliveryBenchDocument.text(
              BenchDocument.facts(machine, bench.databaseVersion, LocalDate.now(ZoneOffset.UTC)),
              measured);
      System.out.println(text);
      if (deliveries >= DELIVERIES) {
        Files.writeString(DeliveryBenchDocument.FILE, text);
        System.out.println("Written to " + DeliveryBenchDocument.FILE);
      }
    } finally {
      bench.vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static Map<String, String> settings(int replicas) {
    return Map.of(
        // Production refuses to send to this machine.
        "VOUCH_PROFILE",
        "dev",
        "VOUCH_OUTBOUND_ALLOW",
        "127.0.0.0/8",
        "VOUCH_DELIVERY_ENDPOINTS_PER_TENANT",
        "1000",
        "VOUCH_REPLICAS",
        Integer.toString(replicas));
  }

  private Measured measure() throws Exception {
    List<Drained> drained = new ArrayList<>();
    Aged service = null;
    Aged disturbed = null;
    Aged floor = null;
    double claimFloor = 0;
    for (int endpoints : List.of(1, MIDDLE, 1_000)) {
      try (BenchDatabase database =
              BenchDatabase.start(System.getenv(), directory.resolve("database-" + endpoints));
          BareReceiver receiver = new BareReceiver(vertx);
          Connection connection = database.connect()) {
        databaseVersion = database.version();
        make(database, receiver, endpoints);
        DeliveryBacklog backlog = new DeliveryBacklog(connection);
        Drained one = drained(database, receiver, backlog, endpoints);
        System.out.println(one);
        drained.add(one);
        if (endpoints == MIDDLE) {
          service = aged(database, receiver, one.one() / 2, List.of());
          try (BareReceiver hanging = BareReceiver.hanging(vertx)) {
            disturbed =
                aged(
                    database, receiver, one.one() / 2, Collections.nCopies(HANGING, hanging.url()));
          }
          floor = agedFloor(receiver, backlog.body(), one);
          backlog.write(deliveries, Duration.ZERO);
          claimFloor = new ClaimFloor(connection).drain();
          System.out.printf(
              Locale.ROOT, "%s, %s, %s, %.0f claims/s%n", service, disturbed, floor, claimFloor);
        }
      }
    }
    return new Measured(
        deliveries,
        List.copyOf(drained),
        service,
        disturbed,
        floor,
        drained.get(1).one(),
        claimFloor);
  }

  private Drained drained(
      BenchDatabase database, BareReceiver receiver, DeliveryBacklog backlog, int endpoints)
      throws Exception {
    int connections = Math.min(AT_ONCE, endpoints * concurrency(endpoints));
    double floor = floor(receiver, backlog.body(), connections);
    List<Double> rates = new ArrayList<>();
    for (int replicas : List.of(1, 3)) {
      rates.add(drain(database, receiver, backlog, replicas));
    }
    return new Drained(endpoints, rates.getFirst(), rates.getLast(), connections, floor);
  }

  private static int concurrency(int endpoints) {
    return endpoints == 1 ? 50 : 4;
  }

  private void make(BenchDatabase database, BareReceiver receiver, int endpoints) throws Exception {
    try (VouchServer vouch =
            VouchServer.start(database, secrets, directory.resolve("setup.log"), settings(1));
        Api api = new Api(vouch.url(), secrets.apiKey())) {
      new Story(api).begin();
      for (int i = 0; i < endpoints; i++) {
        endpoint(api, receiver.url(), concurrency(endpoints));
      }
    }
  }

  private static void endpoint(Api api, String url, int concurrency) throws Exception {
    api.post(
        "/v1/webhook-endpoints",
        """
        {"url": "%s", "eventTypes": ["referral.captured"], "concurrency": %d}"""
            .formatted(url, concurrency));
  }

  private double floor(BareReceiver receiver, byte[] body, int connections) throws Exception {
    Semaphore free = new Semaphore(connections);
    try (BareClient client = new BareClient(vertx, URI.create(receiver.url()), connections)) {
      for (int round = 0; round < 2; round++) {
        receiver.countArrivals();
        for (int i = 0; i < deliveries; i++) {
          free.acquire();
          client.post(body, free::release);
        }
        receiver.await(deliveries, LIMIT);
      }
    }
    return receiver.perSecond(deliveries);
  }

  /** One backlog to get warm, and one that is measured. */
  private double drain(
      BenchDatabase database, BareReceiver receiver, DeliveryBacklog backlog, int replicas)
      throws Exception {
    List<VouchServer> servers = new ArrayList<>();
    try {
      for (int i = 0; i < replicas; i++) {
        servers.add(
            VouchServer.start(
                database, secrets, directory.resolve("replica-" + i + ".log"), settings(replicas)));
      }
      for (Duration due : List.of(Duration.ZERO, SEEDING)) {
        receiver.countArrivals();
        backlog.write(deliveries, due);
        receiver.await(deliveries, LIMIT);
      }
      return receiver.perSecond(deliveries);
    } finally {
      servers.forEach(VouchServer::close);
    }
  }

  /** Referrals are captured one after another; each is an event that every endpoint gets. */
  private Aged aged(
      BenchDatabase database, BareReceiver receiver, double perSecond, List<String> others)
      throws Exception {
    Duration between = Duration.ofNanos((long) (1e9 * MIDDLE / perSecond));
    try (VouchServer vouch =
            VouchServer.start(database, secrets, directory.resolve("aged.log"), settings(1));
        Api api = new Api(vouch.url(), secrets.apiKey())) {
      Story story = new Story(api, "aged-beside-" + others.size());
      for (String url : others) {
        endpoint(api, url, concurrency(MIDDLE));
      }
      pace(WARM_UP, between, story::capture);
      Thread.sleep(Duration.ofSeconds(2));
      receiver.measureAges();
      int events = pace(MEASURED, between, story::capture);
      receiver.await(events * MIDDLE, LIMIT);
      return new Aged(
          events * MIDDLE / (double) MEASURED.toSeconds(), receiver.age(0.5), receiver.age(0.99));
    }
  }

  /** A hundred posts at once, as often as half of the bare client's rate wants. */
  private Aged agedFloor(BareReceiver receiver, byte[] body, Drained drained) throws Exception {
    String text = new String(body, StandardCharsets.UTF_8);
    int start = text.indexOf(BareReceiver.TIMESTAMP) + BareReceiver.TIMESTAMP.length();
    String before = text.substring(0, start);
    String behind = text.substring(text.indexOf('"', start));
    Duration between = Duration.ofNanos((long) (1e9 * MIDDLE / (drained.floor() / 2)));
    receiver.measureAges();
    try (BareClient client =
        new BareClient(vertx, URI.create(receiver.url()), drained.connections())) {
      int bursts =
          pace(
              MEASURED,
              between,
              () -> {
                byte[] now = (before + Instant.now() + behind).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < MIDDLE; i++) {
                  client.post(now, () -> {});
                }
                return now;
              });
      receiver.await(bursts * MIDDLE, LIMIT);
      return new Aged(
          bursts * MIDDLE / (double) MEASURED.toSeconds(), receiver.age(0.5), receiver.age(0.99));
    }
  }

  /** One step of a load. */
  private interface Step {
    byte[] take() throws Exception;
  }

  /** How many steps were taken. */
  private static int pace(Duration time, Duration between, Step step) throws Exception {
    long began = System.nanoTime();
    int taken = 0;
    for (long next = began; next - began < time.toNanos(); next += between.toNanos()) {
      TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
      step.take();
      taken++;
    }
    return taken;
  }
}
