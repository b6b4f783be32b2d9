package app.vouch.introduction;

import app.vouch.platform.brand.Brand;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Messages that somebody should send. */
@ApplicationScoped
public class MessageService {
  private final MessageRepository messages;
  private final IntroductionRepository introductions;
  private final IntroductionTokens tokens;
  private final IntroductionNames names;
  private final BrandingService brands;
  private final Work work;
  private final Clock clock;

  MessageService(
      MessageRepository messages,
      IntroductionRepository introductions,
      IntroductionTokens tokens,
      IntroductionNames names,
      BrandingService brands,
      Work work,
      Clock clock) {
    this.messages = messages;
    this.introductions = introductions;
    this.tokens = tokens;
    this.names = names;
    this.brands = brands;
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
    return messages.of(introduction.id()).stream().map(m -> m.view(introduction, now)).toList();
  }

  /**
   * A message's subject, text and link. Each call makes a fresh link, and the earlier one stops
   * working.
   *
   * @throws Refusal.NotFound when the tenant has no such message
   * @throws Refusal.Rule {@code message-not-sendable} when the introduction has moved on
   */
  public Answer<RenderedMessageView> render(RenderMessage command) {
    UUID id = IdType.MESSAGE.inPath(command.id());
    return work.write(
        "renderMessage", command, RenderedMessageView.class, () -> Answer.done(renderNow(id)));
  }

  private RenderedMessageView renderNow(UUID id) {
    Message message =
        messages
            .findByIdOptional(id)
            .orElseThrow(() -> new Refusal.NotFound(IdType.MESSAGE, IdType.MESSAGE.format(id)));
    Introduction introduction = introductions.locked(message.introductionId()).orElseThrow();
    if (!message.isSendable(introduction, clock.instant())) {
      throw new Refusal.Rule(
          ProblemType.MESSAGE_NOT_SENDABLE,
          "the introduction is %s by now; see its dueMessageId for what should be sent"
              .formatted(introduction.state()));
    }
    Party linkFor = message.kind().linkFor();
    String link =
        linkFor == null ? null : tokens.optInLink(introduction, linkFor, message.expiresAt());
    Brand brand = brands.brand();
    MessageText text =
        MessageText.of(
            message.kind(),
            names.of(introduction, brand, brand.defaultLanguage()),
            introduction,
            link);
    return message.rendered(text, link);
  }
}
