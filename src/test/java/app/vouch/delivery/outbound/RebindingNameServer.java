package app.vouch.delivery.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** A name server that gives another address to each question, none to be kept (RFC 1035). */
final class RebindingNameServer implements AutoCloseable {
  private static final int MOST = 512;
  private static final int HEADER = 12;
  private static final byte[] ANSWER_TO_THE_QUESTION = {
    (byte) 0xC0, HEADER, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4
  };

  private final DatagramSocket socket;
  private final AtomicInteger asked = new AtomicInteger();

  /**
   * @param answers IPv4 addresses in turn, the last one for ever
   */
  RebindingNameServer(String... answers) throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(
            () -> {
              while (!socket.isClosed()) {
                answer(answers);
              }
            });
  }

  private void answer(String... answers) {
    DatagramPacket packet = new DatagramPacket(new byte[MOST], MOST);
    try {
      socket.receive(packet);
      int number = asked.getAndIncrement();
      String address = answers[Math.min(number, answers.length - 1)];
      byte[] answer =
          answer(
              Arrays.copyOf(packet.getData(), packet.getLength()), InetAddress.getByName(address));
      socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static byte[] answer(byte[] question, InetAddress address) {
    int end = HEADER;
    while (question[end] != 0) {
      end += question[end] + 1;
    }
    end += 5;
    return ByteBuffer.allocate(end + ANSWER_TO_THE_QUESTION.length + 4)
        .put(question, 0, 2)
        .put(new byte[] {(byte) 0x81, (byte) 0x80, 0, 1, 0, 1, 0, 0, 0, 0})
        .put(question, HEADER, end - HEADER)
        .put(ANSWER_TO_THE_QUESTION)
        .put(address.getAddress())
        .array();
  }

  int port() {
    return socket.getLocalPort();
  }

  int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    socket.close();
  }
}
