package app.vouch.bench;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * {@code make bench-deliveries}: how fast a backlog is delivered, by one replica and by three on
 * the same cores, to one endpoint, to a hundred and to a thousand, beside a bare HTTP client that
 * posts the same bodies with as many connections.
 */
public final class DeliveryBench {
  private static final int DELIVERIES = 20_000;
  private static final int AT_ONCE = 512;
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final List<Integer> REPLICAS = List.of(1, 3);

  private final Path directory;
  private final VouchServer.Secrets secrets = VouchServer.Secrets.random();
  private final Vertx vertx = Vertx.vertx();
  private final int deliveries;

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
    System.out.println(Machine.here());
    try {
      for (int endpoints : List.of(1, 100, 1_000)) {
        bench.run(endpoints);
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

  private void run(int endpoints) throws Exception {
    int connections = Math.min(AT_ONCE, endpoints * concurrency(endpoints));
    try (BenchDatabase database =
            BenchDatabase.start(System.getenv(), directory.resolve("database-" + endpoints));
        BareReceiver receiver = new BareReceiver(vertx);
        Connection connection = database.connect()) {
      make(database, receiver, endpoints);
      DeliveryBacklog backlog = new DeliveryBacklog(connection);
      double floor = floor(receiver, backlog.body(), connections);
      for (int replicas : REPLICAS) {
        receiver.forget();
        backlog.write(deliveries);
        double rate = drain(database, receiver, replicas);
        System.out.printf(
            "%d endpoints, %d replicas: %.0f deliveries/s; bare client, %d connections: %.0f/s; ratio %.2f%n",
            endpoints, replicas, rate, connections, floor, rate / floor);
      }
    }
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
        api.post(
            "/v1/webhook-endpoints",
            """
            {"url": "%s", "eventTypes": ["deal.won"], "concurrency": %d}"""
                .formatted(receiver.url(), concurrency(endpoints)));
      }
    }
  }

  private double floor(BareReceiver receiver, byte[] body, int connections) throws Exception {
    receiver.forget();
    Semaphore free = new Semaphore(connections);
    try (BareClient client = new BareClient(vertx, URI.create(receiver.url()), connections)) {
      for (int i = 0; i < deliveries; i++) {
        free.acquire();
        client.post(body, free::release);
      }
      receiver.await(deliveries, LIMIT);
    }
    return receiver.perSecond(deliveries);
  }

  private double drain(BenchDatabase database, BareReceiver receiver, int replicas)
      throws Exception {
    List<VouchServer> servers = new ArrayList<>();
    try {
      for (int i = 0; i < replicas; i++) {
        servers.add(
            VouchServer.start(
                database, secrets, directory.resolve("replica-" + i + ".log"), settings(replicas)));
      }
      receiver.await(deliveries, LIMIT);
      return receiver.perSecond(deliveries);
    } finally {
      servers.forEach(VouchServer::close);
    }
  }
}
