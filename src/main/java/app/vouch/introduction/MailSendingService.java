package app.vouch.introduction;

import app.vouch.introduction.MailQueueService.Claimed;
import app.vouch.introduction.MailView.MailContent;
import app.vouch.platform.access.Mode;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.mail.Mail;
import app.vouch.platform.mail.Mail.Mailbox;
import app.vouch.platform.mail.MailResult;
import app.vouch.platform.work.Work;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
  private final Mailboxes mailboxes;
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
      Mailboxes mailboxes,
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
    this.mailboxes = mailboxes;
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
  private record Copy(Introduction introduction, Message message, MessageMail mail) {

    /** Whether it goes to somebody without whom the message would be in vain. */
    boolean isNeeded() {
      return message.kind().mailedTo().contains(mail.recipient());
    }

    /** Whether the introduction is made once this copy and the others are taken. */
    boolean introduces() {
      return message.kind() == MessageKind.INTRODUCTION && isNeeded();
    }
  }

  /** Begins an attempt: to whom the mail goes; nothing where there is none to hand over now. */
  Optional<Mailbox> begin(Claimed claimed) {
    Optional<Mailbox> recipient =
        QuarkusTransaction.requiringNew()
            .call(() -> copy(claimed).filter(this::isReady).flatMap(copy -> start(copy, claimed)));
    if (recipient.isEmpty()) {
      work.step("settleMail", () -> copy(claimed).ifPresent(copy -> settle(copy, claimed)));
      complete(claimed);
    }
    return recipient;
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

  private boolean isReady(Copy copy) {
    Instant now = clock.instant();
    return copy.mail().isUnderWay()
        && !copy.mail().isHandedOver()
        && request.mode() != Mode.TEST
        && isWanted(copy, now)
        && !clocks.nextContact(copy.introduction(), now).isAfter(now)
        && isReachable(copy);
  }

  private Optional<Mailbox> start(Copy copy, Claimed claimed) {
    copy.mail().start(claimed.claimId());
    return Optional.ofNullable(mailboxes.of(copy.introduction()).get(copy.mail().recipient()));
  }

  /** What there is to do about a mail that is not ready to be handed over. */
  private void settle(Copy copy, Claimed claimed) {
    MessageMail mail = copy.mail();
    Instant now = clock.instant();
    if (mail.state() == MailState.SENDING && mail.isHandedOver()) {
      fail(
          copy,
          MailProblem.OUTCOME_UNKNOWN,
          "Vouch ended while the mail server took the mail, so it may have arrived");
    } else if (!mail.isUnderWay()) {
      if (!copy.introduces()) {
        queue.remove(mail.id());
      }
    } else if (!isWanted(copy, now)) {
      cancel(mail);
    } else if (clocks.nextContact(copy.introduction(), now).isAfter(now)) {
      Instant open = clocks.nextContact(copy.introduction(), now);
      mail.tryAgain(open, null, null);
      queue.postpone(claimed, open);
    } else if (!isReachable(copy)) {
      fail(copy, MailProblem.NOT_POSSIBLE, null);
    } else if (request.mode() == Mode.TEST) {
      mail.start(claimed.claimId());
      Mail written = writer.write(copy.introduction(), copy.message(), mail);
      mail.keep(outbox.seal(MailContent.of(written)));
      sent(copy, claimed);
    } else {
      queue.postpone(claimed, now);
    }
  }

  private boolean isWanted(Copy copy, Instant now) {
    return copy.message().isMailable(copy.introduction(), copy.mail().recipient(), now)
        && notices.reach(copy.introduction()).covers(copy.message().kind());
  }

  private boolean isReachable(Copy copy) {
    return routes
        .recipients(copy.introduction(), copy.message().kind())
        .contains(copy.mail().recipient());
  }

  private Optional<Copy> claimedCopy(Claimed claimed) {
    return copy(claimed).filter(copy -> copy.mail().isClaimedBy(claimed.claimId()));
  }

  /** The mail, with fresh links, now that the server waits for it; nothing if it is too late. */
  Optional<Mail> write(Claimed claimed) {
    AtomicReference<@Nullable Mail> written = new AtomicReference<>();
    work.step(
        "sendMail",
        () -> {
          written.set(null);
          claimedCopy(claimed)
              .filter(this::mayGo)
              .ifPresent(
                  copy ->
                      written.set(writer.write(copy.introduction(), copy.message(), copy.mail())));
        });
    return Optional.ofNullable(written.get());
  }

  /**
   * Notes that the mail is handed over now. After that no other attempt is made by itself, however
   * this one ends.
   *
   * @return false when the attempt is not this claim's any more, the introduction has moved on, or
   *     somebody wants no more mail
   */
  boolean handOver(Claimed claimed) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Optional<Copy> copy = claimedCopy(claimed).filter(this::mayGo);
              copy.ifPresent(now -> now.mail().handOver(clock.instant()));
              return copy.isPresent();
            });
  }

  private boolean mayGo(Copy copy) {
    return copy.mail().state() == MailState.SENDING
        && !copy.mail().isHandedOver()
        && isWanted(copy, clock.instant())
        && isReachable(copy);
  }

  /** Writes down what became of the attempt, unless another claim has taken it over. */
  void record(Claimed claimed, MailResult result) {
    if (result instanceof MailResult.TryLater later) {
      QuarkusTransaction.requiringNew()
          .run(() -> open(claimed, result).ifPresent(copy -> tryAgain(copy, claimed, later)));
    } else {
      work.step(
          "recordMail",
          () -> open(claimed, result).ifPresent(copy -> record(copy, claimed, result)));
    }
  }

  /** An attempt that was thought lost may still report that the mail was taken. */
  private Optional<Copy> open(Claimed claimed, MailResult result) {
    return claimedCopy(claimed)
        .filter(
            copy ->
                copy.mail().state() == MailState.SENDING
                    || (copy.mail().state() == MailState.FAILED
                        && result instanceof MailResult.Taken));
  }

  private void record(Copy copy, Claimed claimed, MailResult result) {
    switch (result) {
      case MailResult.Taken taken -> sent(copy, claimed);
      case MailResult.TryLater later -> tryAgain(copy, claimed, later);
      case MailResult.Refused refused -> fail(copy, MailProblem.REFUSED, refused.why());
      case MailResult.Unknown unknown -> fail(copy, MailProblem.OUTCOME_UNKNOWN, unknown.why());
      case MailResult.Abandoned abandoned -> cancel(copy.mail());
    }
  }

  private void tryAgain(Copy copy, Claimed claimed, MailResult.TryLater later) {
    Instant at = clock.instant().plus(settings.pauseAfter(copy.mail().attempts()));
    copy.mail()
        .tryAgain(
            at,
            later.reached() ? MailProblem.PUT_OFF : MailProblem.SERVER_UNREACHABLE,
            later.why());
    queue.postpone(claimed, at);
  }

  private void cancel(MessageMail mail) {
    mail.cancel();
    queue.remove(mail.id());
  }

  /** A copy that introduces stays in the queue until that is done, too. */
  private void sent(Copy copy, Claimed claimed) {
    Instant now = clock.instant();
    copy.mail().sent(now);
    if (copy.introduces()) {
      queue.postpone(claimed, now.plus(settings.lease()));
    } else {
      queue.remove(copy.mail().id());
    }
    leaveToCrm(copy);
  }

  /** Vouch gives up. */
  private void fail(Copy copy, MailProblem problem, @Nullable String why) {
    copy.mail().fail(problem, why);
    queue.remove(copy.mail().id());
    leaveToCrm(copy);
  }

  /**
   * Once no copy is under way any more and one has failed, the CRM learns that the message is to be
   * sent, and who has it already.
   */
  private void leaveToCrm(Copy copy) {
    List<MessageMail> all = mails.ofMessage(copy.message().id());
    if (all.stream().noneMatch(mail -> mail.state() == MailState.FAILED)) {
      copy.introduction().stopAwaiting(copy.message().id());
    } else if (copy.isNeeded()
        && all.stream().noneMatch(MessageMail::isUnderWay)
        && isWanted(copy, clock.instant())) {
      notices.giveToCrm(
          copy.introduction(),
          copy.message(),
          all.stream()
              .filter(mail -> mail.state() == MailState.SENT)
              .map(MessageMail::recipient)
              .toList());
    }
  }

  /** Makes the introduction where this mail was the last that it needed; again if that failed. */
  void complete(Claimed claimed) {
    boolean introduces =
        QuarkusTransaction.requiringNew()
            .call(() -> copy(claimed).filter(MailSendingService::isTaken).isPresent());
    if (introduces) {
      work.step(
          "introduceByMail",
          () -> copy(claimed).filter(MailSendingService::isTaken).ifPresent(this::complete));
    }
  }

  private static boolean isTaken(Copy copy) {
    return copy.introduces() && copy.mail().state() == MailState.SENT;
  }

  private void complete(Copy copy) {
    Introduction introduction = copy.introduction();
    Message message = copy.message();
    if (areAllTaken(message)) {
      introduce(introduction, message);
      if (introduction.state().isMade()) {
        routes.queueCopies(introduction, message);
      }
    }
    queue.remove(copy.mail().id());
  }

  /** The copy of somebody who need not have it does not count. */
  private boolean areAllTaken(Message message) {
    return mails.ofMessage(message.id()).stream()
        .filter(mail -> message.kind().mailedTo().contains(mail.recipient()))
        .allMatch(mail -> mail.state() == MailState.SENT);
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
}
