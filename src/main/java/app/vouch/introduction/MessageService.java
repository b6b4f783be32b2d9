package app.vouch.introduction;

import app.vouch.platform.brand.Brand;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.Words;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.program.ProgramSettings;
import app.vouch.program.template.MessageWriter;
import app.vouch.shared.IdType;
import app.vouch.shared.Language;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Messages that somebody should send, and those that Vouch mails itself. */
@ApplicationScoped
public class MessageService {
  private final MessageRepository messages;
  private final IntroductionRepository introductions;
  private final MailRepository mails;
  private final MailOutbox outbox;
  private final MessageMails routes;
  private final IntroductionMessages writer;
  private final ReferrerUpdateRepository updates;
  private final ReferrerUpdateWriter news;
  private final IntroductionTokens tokens;
  private final ConsentRepository consents;
  private final IntroductionNames names;
  private final BrandingService brands;
  private final IntroductionClocks clocks;
  private final Work work;
  private final Clock clock;

  MessageService(
      MessageRepository messages,
      IntroductionRepository introductions,
      MailRepository mails,
      MailOutbox outbox,
      MessageMails routes,
      IntroductionMessages writer,
      ReferrerUpdateRepository updates,
      ReferrerUpdateWriter news,
      IntroductionTokens tokens,
      ConsentRepository consents,
      IntroductionNames names,
      BrandingService brands,
      IntroductionClocks clocks,
      Work work,
      Clock clock) {
    this.messages = messages;
    this.introductions = introductions;
    this.mails = mails;
    this.outbox = outbox;
    this.routes = routes;
    this.writer = writer;
    this.updates = updates;
    this.news = news;
    this.tokens = tokens;
    this.consents = consents;
    this.names = names;
    this.brands = brands;
    this.clocks = clocks;
    this.work = work;
    this.clock = clock;
  }

  /**
   * The messages that an introduction has wanted, the oldest first.
   *
   * @throws Refusal.NotFound when the tenant has no such introduction
   */
  @Reads
  public List<MessageView> of(String introductionId) {
    Introduction introduction =
        introductions
            .findByIdOptional(IdType.INTRODUCTION.inPath(introductionId))
            .orElseThrow(() -> new Refusal.NotFound(IdType.INTRODUCTION, introductionId));
    Instant now = clock.instant();
    Reach reach = writer.reach(introduction);
    Map<UUID, List<MailView>> copies =
        mails.ofIntroduction(introduction.id()).stream()
            .collect(
                Collectors.groupingBy(
                    MessageMail::messageId, Collectors.mapping(outbox::view, Collectors.toList())));
    return messages.of(introduction.id()).stream()
        .map(
            m ->
                m.view(
                    introduction,
                    reach.covers(m.kind()),
                    copies.getOrDefault(m.id(), List.of()),
                    now))
        .toList();
  }

  /**
   * A message's subject, text and link. Each call makes a fresh link, and the earlier one stops
   * working.
   *
   * @throws Refusal.NotFound when the tenant has no such message
   * @throws Refusal.Rule {@code message-not-sendable} when the introduction or referral has moved
   *     on, the referrer was thanked, or a party is not to be written to
   */
  public Answer<RenderedMessageView> render(RenderMessage command) {
    UUID id = IdType.MESSAGE.inPath(command.id());
    return work.write(
        "renderMessage",
        command,
        RenderedMessageView.class,
        () -> Answer.done(renderNow(id, command)));
  }

  private RenderedMessageView renderNow(UUID id, RenderMessage command) {
    Optional<ReferrerUpdate> update = updates.findByIdOptional(id);
    if (update.isPresent()) {
      return news.render(update.get(), command.language());
    }
    Message message = messages.findById(id);
    if (message == null) {
      return news.thankYou(id, command.language());
    }
    Introduction introduction = introductions.locked(message.introductionId()).orElseThrow();
    if (!message.isSendable(introduction, clock.instant())
        || !writer.reach(introduction).covers(message.kind())) {
      throw new Refusal.Rule(
          ProblemType.MESSAGE_NOT_SENDABLE,
          "the message is not to be sent now; read the introduction, its dueMessageId is what should be sent, if anything");
    }
    if (!Message.isLeftToCrm(mails.ofMessage(id).stream().map(MessageMail::state).toList())) {
      throw new Refusal.Rule(
          ProblemType.MESSAGE_NOT_SENDABLE,
          "Vouch mails this message itself; read it, its mails say how far they are");
    }
    Brand brand = brands.brand();
    Language language = Objects.requireNonNullElse(command.language(), brand.defaultLanguage());
    return compose(introduction, message, brand, language, null);
  }

  /** The copy that one recipient gets by mail, with links of their own. */
  RenderedMessageView mail(
      Introduction introduction, Message message, Brand brand, RecipientRole recipient) {
    return compose(introduction, message, brand, brand.defaultLanguage(), recipient);
  }

  /**
   * @param mailed to whom Vouch mails it; null where the CRM sends it
   */
  private RenderedMessageView compose(
      Introduction introduction,
      Message message,
      Brand brand,
      Language language,
      @Nullable RecipientRole mailed) {
    Party linkFor = message.kind().linkFor();
    String link =
        linkFor == null
            ? null
            : mailed == null
                ? tokens.optInLink(introduction, linkFor, message.expiresAt())
                : tokens.furtherOptInLink(introduction, linkFor, message.expiresAt());
    Party silencer = silencer(message.kind(), mailed);
    String optOut = silencer == null ? null : tokens.optOutLink(introduction, silencer);
    ProgramSettings rules = clocks.settings(introduction.programVersionId());
    IntroductionParties who = names.of(introduction, brand, language);
    IntroductionWords words = Words.in(language, IntroductionWords.class);
    MessageWriter.Written text =
        MessageWriter.write(
            message.kind().template(),
            language,
            rules.templates(),
            MessageValues.of(introduction, who, rules, language, link));
    Party reader = mailed == null ? message.kind().reader() : mailed.party();
    String takeBack = reader == null ? null : withdrawal(introduction, reader);
    if (reader != null && takeBack != null) {
      text = text.with(words.withdrawalLine(who.name(reader), takeBack));
    }
    if (optOut != null) {
      text = text.with(words.optOutLine(brand.name(), optOut));
    }
    String own =
        switch (mailed == null ? message.kind().recipient() : RecipientRole.REQUESTER) {
          case CONNECTOR ->
              reader == Party.CONNECTOR ? takeBack : withdrawal(introduction, Party.CONNECTOR);
          case PROSPECT, REFERRER, REQUESTER -> null;
        };
    return message.rendered(introduction, language, text, link, optOut, own);
  }

  /** Whose link ends all messages, where the text brings one. */
  private static @Nullable Party silencer(MessageKind kind, @Nullable RecipientRole mailed) {
    if (mailed != null) {
      return mailed.party();
    }
    return kind == MessageKind.PROSPECT_INVITATION || kind == MessageKind.INVITATION_REMINDER
        ? Party.PROSPECT
        : null;
  }

  /**
   * Has the mails of a message that failed tried again, as soon as somebody may be written to.
   *
   * @throws Refusal.NotFound when the tenant has no such message
   * @throws Refusal.Rule {@code message-not-sendable} when none of its mails has failed, or it is
   *     not to be sent any more
   */
  public Answer<MessageView> retry(RetryMessage command) {
    UUID id = IdType.MESSAGE.inPath(command.id());
    return work.write("retryMessage", command, MessageView.class, () -> Answer.done(retryNow(id)));
  }

  private MessageView retryNow(UUID id) {
    Message message =
        messages
            .findByIdOptional(id)
            .orElseThrow(() -> new Refusal.NotFound(IdType.MESSAGE, IdType.MESSAGE.format(id)));
    Introduction introduction = introductions.locked(message.introductionId()).orElseThrow();
    Instant now = clock.instant();
    Reach reach = writer.reach(introduction);
    List<RecipientRole> reachable = routes.recipients(introduction, message.kind());
    List<MessageMail> failed =
        mails.ofMessage(id).stream()
            .filter(mail -> mail.state() == MailState.FAILED)
            .filter(mail -> message.isMailable(introduction, mail.recipient(), now))
            .filter(mail -> reachable.contains(mail.recipient()))
            .toList();
    if (failed.isEmpty() || !reach.covers(message.kind())) {
      throw new Refusal.Rule(
          ProblemType.MESSAGE_NOT_SENDABLE,
          "there is nothing to try again: no mail of the message has failed that Vouch could send now");
    }
    routes.retry(introduction, failed);
    introduction.stopAwaiting(id);
    mails.flush();
    return message.view(
        introduction,
        true,
        mails.ofMessage(id).stream().map(mail -> mail.view(null)).toList(),
        now);
  }

  /** Where the party takes its yes back; null where it has given none, or has taken it back. */
  private @Nullable String withdrawal(Introduction introduction, Party party) {
    return consents.of(introduction.id()).standing(party).isPresent()
        ? tokens.withdrawalLink(introduction, party)
        : null;
  }
}
