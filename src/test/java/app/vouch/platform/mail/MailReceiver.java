package app.vouch.platform.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.vouch.TestMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that keeps what it takes. An address that contains {@code refused} is unknown to
 * it, one that contains {@code later} it takes when it is asked again.
 */
public final class MailReceiver implements AutoCloseable {
  private static final int SECONDS = 60;

  /** A mail as it was taken. */
  public record Taken(String recipient, String raw) {
    public MimeMessage message() {
      try {
        return new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(raw.getBytes(ISO_8859_1)));
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    public String header(String name) {
      try {
        return String.join(", ", message().getHeader(name));
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    public String subject() {
      try {
        return message().getSubject();
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    public String text() {
      try {
        return String.valueOf(message().getContent());
      } catch (MessagingException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final ServerSocket server;
  private final Thread listener;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<String> putOff = new CopyOnWriteArrayList<>();
  private volatile @Nullable CountDownLatch atData;
  private volatile @Nullable String heldFor;
  private volatile @Nullable CountDownLatch atEnd;
  private volatile boolean silentAtEnd;
  private volatile int begun;

  private MailReceiver(ServerSocket server) {
    this.server = server;
    this.listener = Thread.ofPlatform().daemon().name("mail-receiver").unstarted(this::accept);
    listener.start();
  }

  /** Listens where the service under test sends. */
  public static MailReceiver start() {
    return start(TestMail.port());
  }

  static MailReceiver start(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      return new MailReceiver(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /** The next mail is held before its text is asked for, until the latch opens. */
  public CountDownLatch holdAtData() {
    CountDownLatch latch = new CountDownLatch(1);
    atData = latch;
    return latch;
  }

  /** The same for the next mail to that address. */
  public CountDownLatch holdAtData(String recipient) {
    heldFor = recipient;
    return holdAtData();
  }

  /** The next mail is taken and not acknowledged, until the latch opens. */
  public CountDownLatch holdAtEnd() {
    CountDownLatch latch = new CountDownLatch(1);
    atEnd = latch;
    return latch;
  }

  /** The next mail is taken, and the connection ends without an answer. */
  public void fallSilentAtEnd() {
    silentAtEnd = true;
  }

  /** How many mails were begun. */
  public int begun() {
    return begun;
  }

  public List<Taken> to(String recipient) {
    return taken.stream().filter(mail -> mail.recipient().equals(recipient)).toList();
  }

  /** The port is free again once nobody waits for connections any more. */
  @Override
  public void close() {
    try {
      server.close();
      if (!listener.join(Duration.ofSeconds(SECONDS))) {
        throw new IllegalStateException("the mail receiver does not end");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofPlatform().daemon().start(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      OutputStream out = socket.getOutputStream();
      say(out, "220 test");
      String recipient = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("EHLO") || command.startsWith("HELO")) {
          say(out, "250 test");
        } else if (command.startsWith("RCPT TO:")) {
          recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
          say(out, answer(recipient));
        } else if (command.equals("DATA")) {
          if (!data(in, out, recipient)) {
            return;
          }
        } else if (command.equals("QUIT")) {
          say(out, "221 bye");
          return;
        } else {
          say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private String answer(String recipient) {
    if (recipient.contains("refused")) {
      return "550 5.1.1 nobody here is called " + recipient;
    }
    if (recipient.contains("later") && !putOff.contains(recipient)) {
      putOff.add(recipient);
      return "451 4.7.1 try again later";
    }
    return "250 ok";
  }

  private boolean data(BufferedReader in, OutputStream out, String recipient) throws IOException {
    begun++;
    CountDownLatch wait = null;
    if (heldFor == null || recipient.equals(heldFor)) {
      wait = atData;
      atData = null;
    }
    await(wait);
    say(out, "354 go on");
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); ; line = in.readLine()) {
      if (line == null) {
        return false;
      }
      if (line.equals(".")) {
        break;
      }
      text.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
    }
    taken.add(new Taken(recipient, text.toString()));
    if (silentAtEnd) {
      silentAtEnd = false;
      return false;
    }
    wait = atEnd;
    atEnd = null;
    await(wait);
    say(out, "250 taken");
    return true;
  }

  private static void await(@Nullable CountDownLatch latch) {
    try {
      if (latch != null && !latch.await(SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody lets the mail go on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }
}
