package app.vouch.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who gets webhooks and answers as no server should, byte by byte. */
final class HostileReceiver implements AutoCloseable {

  /** What it does once a request has come. */
  @FunctionalInterface
  interface Answer {
    void write(HostileReceiver receiver, OutputStream out) throws Exception;
  }

  private final boolean patient;
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong written = new AtomicLong();
  private final AtomicInteger connections = new AtomicInteger();

  /**
   * @param patient whether it reads the request's head before it answers
   */
  HostileReceiver(boolean patient, Answer answer) {
    this.patient = patient;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(() -> accept(answer));
  }

  private void accept(Answer answer) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket, answer));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket, Answer answer) {
    try (socket) {
      BufferedReader request =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = patient ? request.readLine() : "";
      while (line != null && !line.isEmpty()) {
        line = request.readLine();
      }
      answer.write(this, socket.getOutputStream());
    } catch (Exception e) {
      // the sender has hung up, or the test is over
    }
  }

  void write(OutputStream out, String text) throws IOException {
    write(out, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void write(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    written.addAndGet(bytes.length);
  }

  /** How many bytes somebody took. */
  long written() {
    return written.get();
  }

  int connections() {
    return connections.get();
  }

  String url(String scheme) {
    return scheme + "://127.0.0.1:" + server.getLocalPort() + "/hooks";
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
