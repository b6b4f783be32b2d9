package app.vouch.packaged;

import app.vouch.demo.Mishaps;
import app.vouch.demo.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Replicas on one database, killed with {@code kill -9} at random and started again. */
final class Replicas implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(2);

  private final List<Service> services = new ArrayList<>();
  private final Random random;

  Replicas(int number, Map<String, String> settings, long seed)
      throws IOException, InterruptedException {
    random = new Random(seed);
    for (int i = 0; i < number; i++) {
      Service service = new Service(Path.of("target/nothing-lost/" + i), settings);
      services.add(service);
      service.start();
    }
  }

  String url(int number) {
    return services.get(number % services.size()).url();
  }

  /** Kills one, and starts it again a moment later; the others go on. */
  void killOne() throws IOException, InterruptedException {
    Service victim = services.get(random.nextInt(services.size()));
    victim.kill();
    Thread.sleep(random.nextInt(1_000));
    victim.start();
  }

  /** Callers ask again until their replica is back. */
  static Mishaps patience() {
    return new Mishaps() {
      private long began;
      private long last;

      @Override
      public void sending(String method) {}

      @Override
      public synchronized void noAnswer(IOException fault)
          throws IOException, InterruptedException {
        long now = System.nanoTime();
        if (began == 0 || now - last > 10 * PAUSE.toNanos()) {
          began = now;
        }
        if (now - began > LONGEST_OUTAGE.toNanos()) {
          throw fault;
        }
        Thread.sleep(PAUSE);
        last = System.nanoTime();
      }
    };
  }

  @Override
  public void close() {
    services.forEach(Service::close);
  }
}
