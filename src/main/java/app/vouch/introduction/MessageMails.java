package app.vouch.introduction;

import app.vouch.platform.access.Mode;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.mail.Mail.Mailbox;
import app.vouch.platform.mail.MailServer;
import app.vouch.program.ProgramSettings.Sending;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Decides which messages Vouch mails itself, and puts them into the queue. */
@ApplicationScoped
class MessageMails {
  private final MailRepository mails;
  private final MailQueueService queue;
  private final Mailboxes mailboxes;
  private final MailServer server;
  private final IntroductionClocks clocks;
  private final RequestContext request;
  private final Uuid7 ids;
  private final Clock clock;

  MessageMails(
      MailRepository mails,
      MailQueueService queue,
      Mailboxes mailboxes,
      MailServer server,
      IntroductionClocks clocks,
      RequestContext request,
      Uuid7 ids,
      Clock clock) {
    this.mails = mails;
    this.queue = queue;
    this.mailboxes = mailboxes;
    this.server = server;
    this.clocks = clocks;
    this.request = request;
    this.ids = ids;
    this.clock = clock;
  }

  /** To whom Vouch mails a message of that kind; nobody where somebody else has to send it. */
  List<RecipientRole> recipients(Introduction introduction, MessageKind kind) {
    List<RecipientRole> needed = kind.mailedTo();
    if (introduction.sending() != Sending.VOUCH_SENDS || needed.isEmpty() || !canSend()) {
      return List.of();
    }
    Map<RecipientRole, Mailbox> reachable = mailboxes.of(introduction);
    if (!reachable.keySet().containsAll(needed)) {
      return List.of();
    }
    return Stream.concat(needed.stream(), kind.copiedTo().stream().filter(reachable::containsKey))
        .toList();
  }

  /** A test tenant's mails go to its outbox. */
  private boolean canSend() {
    return server.isConfigured() || request.mode() == Mode.TEST;
  }

  /** Mails the message as soon as the calendar lets somebody be written to. */
  void queue(Introduction introduction, Message message) {
    queue(introduction, message, message.kind().mailedTo());
  }

  /** Mails it to those who only get a copy, once those who need it have it. */
  void queueCopies(Introduction introduction, Message message) {
    List<RecipientRole> mailed =
        mails.ofMessage(message.id()).stream().map(MessageMail::recipient).toList();
    List<RecipientRole> reachable = recipients(introduction, message.kind());
    queue(
        introduction,
        message,
        message.kind().copiedTo().stream()
            .filter(role -> reachable.contains(role) && !mailed.contains(role))
            .toList());
  }

  private void queue(Introduction introduction, Message message, List<RecipientRole> recipients) {
    Instant now = clock.instant();
    Instant at = clocks.nextContact(introduction, now);
    for (RecipientRole recipient : recipients) {
      MessageMail mail = new MessageMail(ids.next(), message, recipient, at, now);
      mails.persist(mail);
      queue.add(request.tenantId(), introduction.id(), mail.id(), at);
    }
  }

  /** Has those tried again that failed. */
  void retry(Introduction introduction, List<MessageMail> failed) {
    Instant at = clocks.nextContact(introduction, clock.instant());
    for (MessageMail mail : failed) {
      mail.tryAgain(at, null, null);
      queue.add(request.tenantId(), introduction.id(), mail.id(), at);
    }
  }
}
