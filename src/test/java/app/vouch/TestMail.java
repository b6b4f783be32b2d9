package app.vouch;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;

/**
 * Where the service under test sends mail: nobody listens there, until a test starts a receiver.
 */
public final class TestMail implements QuarkusTestResourceLifecycleManager {
  public static final String FROM = "introductions@vouch.example";
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

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    return Map.of("vouch.smtp-url", "smtp://127.0.0.1:" + port(), "vouch.mail-from", FROM);
  }

  @Override
  public void stop() {}
}
