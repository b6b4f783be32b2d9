package app.vouch.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.platform.mail.Mail.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a mail looks like on the wire, and what becomes of an attempt. */
class MailServerTest {
  private static final Mailbox SAM = new Mailbox("Sam Seller", "sam@seller.example");

  private final MailReceiver receiver = MailReceiver.start(0);

  @AfterEach
  void stop() {
    receiver.close();
  }

  private MailServer server() {
    return new MailServer(
        Optional.of("smtp://127.0.0.1:" + receiver.port()),
        Optional.of("hello@vouch.example"),
        Duration.ofSeconds(10));
  }

  private MailResult send(Mail mail, BooleanSupplier stillWanted) {
    return server().send(mail.recipient(), () -> Optional.of(mail), stillWanted);
  }

  private static Mail mail(Mailbox recipient, String subject, String sender) {
    return new Mail(
        "msg_1-prospect",
        "int_1",
        sender,
        recipient,
        List.of(recipient, SAM),
        List.of(new Mailbox("Kim Park", "kim@kim.example")),
        List.of(SAM),
        subject,
        "Guten Tag Änne,\n.\nbis bald",
        Map.of("List-Unsubscribe", "<https://vouch.example/u/x>"),
        Instant.parse("2026-11-22T09:30:00Z"));
  }

  @Test
  void shouldNameEverybodyAndGoToOne() {
    Mailbox ann = new Mailbox("Änne Lee", "ann@acme.example");

    assertThat(send(mail(ann, "Grüße", "Kim Park (Acme)"), () -> true))
        .isEqualTo(new MailResult.Taken());

    MailReceiver.Taken taken = receiver.to("ann@acme.example").getFirst();
    assertThat(receiver.to("sam@seller.example")).isEmpty();
    assertThat(taken.subject()).isEqualTo("Grüße");
    assertThat(taken.text()).contains("Guten Tag Änne,").contains("\r\n.\r\n");
    assertThat(taken.header("To")).contains("ann@acme.example").contains("sam@seller.example");
    assertThat(taken.header("Cc")).isEqualTo("Kim Park <kim@kim.example>");
    assertThat(taken.header("Reply-To")).isEqualTo("Sam Seller <sam@seller.example>");
    assertThat(taken.header("From")).isEqualTo("\"Kim Park (Acme)\" <hello@vouch.example>");
    assertThat(taken.header("Message-ID")).isEqualTo("<msg_1-prospect@vouch.example>");
    assertThat(taken.header("List-Unsubscribe")).isEqualTo("<https://vouch.example/u/x>");
  }

  @Test
  void shouldNotLetAnyTextStartAHeader() {
    String attack = "Ann\r\nBcc: eve@evil.example\r\n\r\n<script>alert(1)</script>";

    send(mail(new Mailbox(attack, "ann@acme.example"), attack, attack), () -> true);

    MailReceiver.Taken taken = receiver.to("ann@acme.example").getFirst();
    assertThat(taken.raw().lines().takeWhile(line -> !line.isEmpty()))
        .noneMatch(line -> line.regionMatches(true, 0, "bcc", 0, 3));
    assertThat(taken.subject()).isEqualTo("Ann Bcc: eve@evil.example <script>alert(1)</script>");
    assertThat(taken.header("Content-Type")).startsWith("text/plain");
    assertThat(taken.text()).startsWith("Guten Tag");
    assertThat(receiver.to("eve@evil.example")).isEmpty();
  }

  @Test
  void shouldTellRefusalsFromDelays() {
    assertThat(send(mail(new Mailbox(null, "refused@acme.example"), "x", "y"), () -> true))
        .isEqualTo(new MailResult.Refused("550 5.1.1 nobody here is called […]"));
    assertThat(send(mail(new Mailbox(null, "later@acme.example"), "x", "y"), () -> true))
        .isEqualTo(new MailResult.TryLater(true, "451 4.7.1 try again later"));
    assertThat(send(mail(new Mailbox(null, "ann@@acme"), "x", "y"), () -> true))
        .isInstanceOf(MailResult.Refused.class);
    receiver.close();
    assertThat(send(mail(new Mailbox(null, "ann@acme.example"), "x", "y"), () -> true))
        .isEqualTo(new MailResult.TryLater(false, "the mail server cannot be reached"));
  }

  @Test
  void shouldNotHandOverWhatIsNotWantedAnyMore() {
    assertThat(send(mail(new Mailbox(null, "ann@acme.example"), "x", "y"), () -> false))
        .isEqualTo(new MailResult.Abandoned());
    assertThat(receiver.begun()).isEqualTo(1);
    assertThat(receiver.to("ann@acme.example")).isEmpty();
  }

  @Test
  void shouldAskForTheTextOnlyWhenTheServerTakesIt() {
    AtomicInteger written = new AtomicInteger();
    Supplier<Optional<Mail>> text =
        () -> {
          written.incrementAndGet();
          return Optional.empty();
        };
    for (String address : List.of("refused@acme.example", "later@acme.example")) {
      server().send(new Mailbox(null, address), text, () -> true);
    }
    assertThat(written).hasValue(0);

    assertThat(server().send(new Mailbox(null, "ann@acme.example"), text, () -> true))
        .isEqualTo(new MailResult.Abandoned());
    assertThat(written).hasValue(1);
    receiver.close();
    server().send(new Mailbox(null, "ann@acme.example"), text, () -> true);
    assertThat(written).hasValue(1);
    assertThat(receiver.to("ann@acme.example")).isEmpty();
  }

  @Test
  void shouldPassOnWhatBrokeTheText() {
    assertThatThrownBy(
            () ->
                server()
                    .send(
                        new Mailbox(null, "ann@acme.example"),
                        () -> {
                          throw new IllegalStateException("no text");
                        },
                        () -> true))
        .hasMessage("no text");
    assertThat(receiver.to("ann@acme.example")).isEmpty();
  }

  @Test
  void shouldSayWhenItCannotKnow() {
    receiver.fallSilentAtEnd();

    assertThat(send(mail(new Mailbox(null, "ann@acme.example"), "x", "y"), () -> true))
        .isInstanceOf(MailResult.Unknown.class);
    assertThat(receiver.to("ann@acme.example")).hasSize(1);
  }

  @Test
  void shouldBeOffWhereNoServerIsNamed() {
    assertThat(
            new MailServer(Optional.of(""), Optional.empty(), Duration.ofSeconds(1)).isConfigured())
        .isFalse();
  }
}
