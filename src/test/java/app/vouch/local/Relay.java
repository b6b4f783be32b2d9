package app.vouch.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One address on loopback for a server whose port changes when it is started again. */
final class Relay implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;

  /**
   * @param target port on loopback
   */
  Relay(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Where calls go from now on. */
  void to(int port) {
    target = port;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        threads.execute(() -> connect(caller));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new IllegalStateException("the relay accepts no calls any more", e);
        }
      }
    }
  }

  /** A call for a server that is down ends at once. */
  private void connect(Socket caller) {
    open.add(caller);
    try (caller;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      caller.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      open.add(server);
      threads.execute(() -> copy(server, caller));
      copy(caller, server);
      open.remove(server);
    } catch (IOException down) {
      return;
    } finally {
      open.remove(caller);
    }
  }

  /** Until one side ends; then the other does. */
  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cutOff) {
      return;
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    threads.shutdownNow();
  }
}
