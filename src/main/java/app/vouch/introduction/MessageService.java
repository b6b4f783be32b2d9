package app.vouch.introduction;

import app.vouch.platform.brand.Brand;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.Words;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.program.ProgramSettings;
import app.vouch.program.template.MessageWriter;
import app.vouch.shared.IdType;
import app.vouch.shared.Language;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages that somebody should send. */
@ApplicationScoped
public class MessageService {
  private final MessageRepository messages;
  private final IntroductionRepository introductions;
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
  @Transactional
  public List<MessageView> of(String introductionId) {
    Introduction introduction =
        introductions
            .findByIdOptional(IdType.INTRODUCTION.inPath(introductionId))
            .orElseThrow(() -> new Refusal.NotFound(IdType.INTRODUCTION, introductionId));
    Instant now = clock.instant();
    Reach reach = writer.reach(introduction);
    return messages.of(introduction.id()).stream()
        .map(m -> m.view(introduction, reach.covers(m.kind()), now))
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
    Party linkFor = message.kind().linkFor();
    String link =
        linkFor == null ? null : tokens.optInLink(introduction, linkFor, message.expiresAt());
    String optOut =
        message.kind() == MessageKind.PROSPECT_INVITATION ? tokens.optOutLink(introduction) : null;
    Brand brand = brands.brand();
    Language language = Objects.requireNonNullElse(command.language(), brand.defaultLanguage());
    ProgramSettings rules = clocks.settings(introduction.programVersionId());
    IntroductionParties who = names.of(introduction, brand, language);
    IntroductionWords words = Words.in(language, IntroductionWords.class);
    MessageWriter.Written text =
        MessageWriter.write(
            message.kind().template(),
            language,
            rules.templates(),
            MessageValues.of(introduction, who, rules, language, link));
    Party reader = message.kind().reader();
    String takeBack = reader == null ? null : withdrawal(introduction, reader);
    if (reader != null && takeBack != null) {
      text = text.with(words.withdrawalLine(who.name(reader), takeBack));
    }
    if (optOut != null) {
      text = text.with(words.optOutLine(brand.name(), optOut));
    }
    String own =
        switch (message.kind().recipient()) {
          case CONNECTOR ->
              reader == Party.CONNECTOR ? takeBack : withdrawal(introduction, Party.CONNECTOR);
          case REFERRER, REQUESTER -> null;
        };
    return message.rendered(introduction, language, text, link, optOut, own);
  }

  /** Where the party takes its yes back; null where it has given none, or has taken it back. */
  private @Nullable String withdrawal(Introduction introduction, Party party) {
    return consents.of(introduction.id()).standing(party).isPresent()
        ? tokens.withdrawalLink(introduction, party)
        : null;
  }
}
