package app.vouch.introduction;

import app.vouch.introduction.MailQueueService.Claimed;
import app.vouch.introduction.MailView.MailContent;
import app.vouch.platform.access.Mode;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.mail.Mail;
import app.vouch.platform.mail.MailResult;
import app.vouch.platform.work.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What is written down before a mail is handed over, and after. */
@ApplicationScoped
class MailSendingService {
  private final IntroductionRepository introductions;
  private final MessageRepository messages;
  private final MailRepository mails;
  private final MailQueueService queue;
  private final MessageMails routes;
  private final MailWriter writer;
  private final MailOutbox outbox;
  private final IntroductionMessages notices;
  private final IntroductionSteps steps;
  private final ConsentRepository consents;
  private final IntroductionClocks clocks;
  private final MailSettings settings;
  private final RequestContext request;
  private final Work work;
  private final Clock clock;

  MailSendingService(
      IntroductionRepository introductions,
      MessageRepository messages,
      MailRepository mails,
      MailQueueService queue,
      MessageMails routes,
      MailWriter writer,
      MailOutbox outbox,
      IntroductionMessages notices,
      IntroductionSteps steps,
      ConsentRepository consents,
      IntroductionClocks clocks,
      MailSettings settings,
      RequestContext request,
      Work work,
      Clock clock) {
    this.introductions = introductions;
    this.messages = messages;
    this.mails = mails;
    this.queue = queue;
    this.routes = routes;
    this.writer = writer;
    this.outbox = outbox;
    this.notices = notices;
    this.steps = steps;
    this.consents = consents;
    this.clocks = clocks;
    this.settings = settings;
    this.request = request;
    this.work = work;
    this.clock = clock;
  }

  /** A mail with what it belongs to, all locked by the introduction's lock. */
  private record Copy(Introduction introduction, Message message, MessageMail mail) {}

  /** Begins an attempt: the mail, with fresh links; nothing where there is none to send now. */
  Optional<Mail> begin(Claimed claimed) {
    AtomicReference<@Nullable Mail> begun = new AtomicReference<>();
    work.step(
        "sendMail",
        () -> {
          begun.set(null);
          copy(claimed).ifPresent(copy -> begun.set(begin(copy, claimed)));
        });
    return Optional.ofNullable(begun.get());
  }

  private Optional<Copy> copy(Claimed claimed) {
    return introductions
        .locked(claimed.introductionId())
        .flatMap(
            introduction ->
                mails
                    .locked(claimed.mailId())
                    .flatMap(
                        mail ->
                            messages
                                .findByIdOptional(mail.messageId())
                                .map(message -> new Copy(introduction, message, mail))));
  }

  private @Nullable Mail begin(Copy copy, Claimed claimed) {
    MessageMail mail = copy.mail();
    if (mail.state() == MailState.SENDING && mail.isHandedOver()) {
      fail(
          copy,
          MailProblem.OUTCOME_UNKNOWN,
          "Vouch ended while the mail server took the mail, so it may have arrived");
      return null;
    }
    if (mail.state() != MailState.QUEUED && mail.state() != MailState.SENDING) {
      queue.remove(mail.id());
      return null;
    }
    Instant now = clock.instant();
    if (!isWanted(copy, now)) {
      mail.cancel();
      queue.remove(mail.id());
      return null;
    }
    Instant open = clocks.nextContact(copy.introduction(), now);
    if (open.isAfter(now)) {
      mail.tryAgain(open, null, null);
      queue.postpone(claimed, open);
      return null;
    }
    if (!routes.recipients(copy.introduction(), copy.message().kind()).contains(mail.recipient())) {
      fail(copy, MailProblem.NOT_POSSIBLE, null);
      return null;
    }
    mail.start(claimed.claimId());
    Mail written = writer.write(copy.introduction(), copy.message(), mail);
    if (request.mode() == Mode.TEST) {
      mail.keep(outbox.seal(MailContent.of(written)));
      sent(copy);
      return null;
    }
    return written;
  }

  private boolean isWanted(Copy copy, Instant now) {
    return copy.message().isSendable(copy.introduction(), now)
        && notices.reach(copy.introduction()).covers(copy.message().kind());
  }

  /** Writes down what became of the attempt, unless another claim has taken it over. */
  void finish(Claimed claimed, MailResult result) {
    work.step(
        "recordMail",
        () ->
            copy(claimed)
                .filter(copy -> copy.mail().isClaimedBy(claimed.claimId()))
                .filter(copy -> isOpen(copy.mail(), result))
                .ifPresent(copy -> record(copy, claimed, result)));
  }

  /** An attempt that was thought lost may still report that the mail was taken. */
  private static boolean isOpen(MessageMail mail, MailResult result) {
    return mail.state() == MailState.SENDING
        || (mail.state() == MailState.FAILED && result instanceof MailResult.Taken);
  }

  private void record(Copy copy, Claimed claimed, MailResult result) {
    switch (result) {
      case MailResult.Taken taken -> sent(copy);
      case MailResult.TryLater later ->
          tryAgain(
              copy,
              claimed,
              later.reached() ? MailProblem.PUT_OFF : MailProblem.SERVER_UNREACHABLE,
              later.why());
      case MailResult.Refused refused -> fail(copy, MailProblem.REFUSED, refused.why());
      case MailResult.Unknown unknown -> fail(copy, MailProblem.OUTCOME_UNKNOWN, unknown.why());
      case MailResult.Abandoned abandoned -> {
        copy.mail().cancel();
        queue.remove(copy.mail().id());
      }
    }
  }

  private void tryAgain(Copy copy, Claimed claimed, MailProblem problem, String why) {
    Instant at = clock.instant().plus(settings.pauseAfter(copy.mail().attempts()));
    copy.mail().tryAgain(at, problem, why);
    queue.postpone(claimed, at);
  }

  private void sent(Copy copy) {
    copy.mail().sent(clock.instant());
    queue.remove(copy.mail().id());
    mails.flush();
    if (copy.message().kind() == MessageKind.INTRODUCTION && areAllSent(copy.message())) {
      introduce(copy.introduction(), copy.message());
    }
  }

  private boolean areAllSent(Message message) {
    return mails.ofMessage(message.id()).stream().allMatch(m -> m.state() == MailState.SENT);
  }

  /** Unless a party's yes has ended meanwhile. */
  private void introduce(Introduction introduction, Message message) {
    Instant now = clock.instant();
    Consents answers = consents.of(introduction.id());
    if (message.isSendable(introduction, now)
        && List.of(Party.values()).stream().allMatch(party -> answers.isLive(party, now))) {
      steps.take(introduction, IntroductionMove.of(IntroductionAction.INTRODUCE), StepReason.NONE);
    }
  }

  /** Vouch gives up: the CRM learns that the message is to be sent, as where Vouch sends none. */
  private void fail(Copy copy, MailProblem problem, @Nullable String why) {
    boolean first =
        mails.ofMessage(copy.message().id()).stream().noneMatch(m -> m.state() == MailState.FAILED);
    copy.mail().fail(problem, why);
    queue.remove(copy.mail().id());
    if (first && isWanted(copy, clock.instant())) {
      notices.giveToCrm(copy.introduction(), copy.message());
    }
  }
}
