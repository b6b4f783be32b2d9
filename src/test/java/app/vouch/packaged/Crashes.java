package app.vouch.packaged;

import app.vouch.demo.Mishaps;
import app.vouch.demo.Service;
import java.io.IOException;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Kills a service now and then while it answers a POST, or a moment later, and starts it again when
 * somebody misses it.
 */
final class Crashes implements Mishaps {
  private static final int LATEST_MS = 40;
  private static final int MOST_FAULTS_IN_A_ROW = 50;

  private final Service service;
  private final Random random;
  private final int most;
  private int kills;
  private int faultsInARow;
  private @Nullable Thread killer;

  Crashes(Service service, long seed, int most) {
    this.service = service;
    this.random = new Random(seed);
    this.most = most;
  }

  int kills() {
    return kills;
  }

  /** For somebody whose requests are hit by chance only. */
  Mishaps bystander() {
    return new Mishaps() {
      @Override
      public void sending(String method) {}

      @Override
      public void noAnswer(IOException fault) throws IOException, InterruptedException {
        Crashes.this.noAnswer(fault);
      }
    };
  }

  @Override
  public synchronized void sending(String method) {
    if (method.equals("POST") && kills < most && killer == null && random.nextInt(4) == 0) {
      int delay = random.nextInt(LATEST_MS);
      kills++;
      System.out.printf("    (kill -9 in %d ms)%n", delay);
      killer = Thread.ofVirtual().start(() -> killAfter(delay));
    }
  }

  private void killAfter(int delay) {
    try {
      Thread.sleep(delay);
      service.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void noAnswer(IOException fault) throws IOException, InterruptedException {
    awaitKiller();
    if (!service.isAlive()) {
      service.start();
      faultsInARow = 0;
    } else if (++faultsInARow > MOST_FAULTS_IN_A_ROW) {
      throw fault;
    }
  }

  /** The service runs when this returns. */
  synchronized void end() throws IOException, InterruptedException {
    awaitKiller();
    if (!service.isAlive()) {
      service.start();
    }
  }

  private void awaitKiller() throws InterruptedException {
    if (killer != null) {
      killer.join();
      killer = null;
    }
  }
}
