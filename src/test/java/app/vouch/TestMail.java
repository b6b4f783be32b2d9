package app.vouch;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the service under test sends mail: nobody listens there, until a test starts a receiver.
 */
public final class TestMail implements QuarkusTestResourceLifecycleManager {
  public static final String FROM = "introductions@vouch.example";
  private static final int TRIES = 100;
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 30_000;
  private static final String PORT = "vouch.test.smtp.port";

  /** A system property, because Quarkus loads this class in several class loaders. */
  public static int port() {
    synchronized (Runtime.getRuntime()) {
      if (System.getProperty(PORT) == null) {
        System.setProperty(PORT, Integer.toString(freePort()));
      }
      return Integer.parseInt(Objects.requireNonNull(System.getProperty(PORT)));
    }
  }

  /** None of those that the system gives to clients, which would take it while nobody listens. */
  private static int freePort() {
    for (int tries = 0; tries < TRIES; tries++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // Another one, then.
      }
    }
    throw new IllegalStateException("no free port from %d to %d".formatted(LOWEST, HIGHEST));
  }

  @Override
  public Map<String, String> start() {
    return Map.of("vouch.smtp-url", "smtp://127.0.0.1:" + port(), "vouch.mail-from", FROM);
  }

  @Override
  public void stop() {}
}
