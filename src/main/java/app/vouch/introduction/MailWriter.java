package app.vouch.introduction;

import app.vouch.platform.brand.Brand;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.mail.Mail;
import app.vouch.platform.mail.Mail.Mailbox;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes the copy of a message that one recipient gets. */
@ApplicationScoped
class MailWriter {
  private final MessageService messages;
  private final Mailboxes mailboxes;
  private final BrandingService brands;
  private final Clock clock;

  MailWriter(MessageService messages, Mailboxes mailboxes, BrandingService brands, Clock clock) {
    this.messages = messages;
    this.mailboxes = mailboxes;
    this.brands = brands;
    this.clock = clock;
  }

  Mail write(Introduction introduction, Message message, MessageMail mail) {
    Brand brand = brands.brand();
    Map<RecipientRole, Mailbox> boxes = mailboxes.of(introduction);
    RenderedMessageView text = messages.mail(introduction, message, brand, mail.recipient());
    Mailbox recipient = Objects.requireNonNull(boxes.get(mail.recipient()));
    boolean toAll = message.kind() == MessageKind.INTRODUCTION;
    return new Mail(
        "%s-%s"
            .formatted(
                IdType.MESSAGE.format(message.id()),
                mail.recipient().name().toLowerCase(Locale.ROOT)),
        IdType.INTRODUCTION.format(introduction.id()),
        sender(message.kind(), boxes, brand),
        recipient,
        toAll ? boxes(boxes, RecipientRole.PROSPECT, RecipientRole.REQUESTER) : List.of(recipient),
        toAll ? boxes(boxes, RecipientRole.CONNECTOR) : List.of(),
        answers(message.kind(), boxes),
        text.subject(),
        Objects.requireNonNull(text.text()),
        text.headers(),
        clock.instant());
  }

  /** Texts that the connector signs come from them, by way of us. */
  private static String sender(MessageKind kind, Map<RecipientRole, Mailbox> boxes, Brand brand) {
    Mailbox connector = boxes.get(RecipientRole.CONNECTOR);
    return kind.mailedTo().contains(RecipientRole.PROSPECT) && connector != null
        ? "%s (%s)".formatted(connector.name(), brand.name())
        : brand.name();
  }

  /** Who gets an answer: whoever the text speaks for, and of an introduction those it names. */
  private static List<Mailbox> answers(MessageKind kind, Map<RecipientRole, Mailbox> boxes) {
    return switch (kind) {
      case INTRODUCTION ->
          boxes.containsKey(RecipientRole.REQUESTER)
              ? boxes(boxes, RecipientRole.REQUESTER)
              : boxes(boxes, RecipientRole.CONNECTOR);
      case PROSPECT_INVITATION, INVITATION_REMINDER, PROSPECT_CALLED_OFF ->
          boxes(boxes, RecipientRole.CONNECTOR);
      case CONNECTOR_ASK, CONNECTOR_REMINDER, CONNECTOR_FOLLOW_UP, CONNECTOR_CALLED_OFF ->
          boxes(boxes, RecipientRole.REQUESTER);
      case PROSPECT_REMINDER, REQUESTER_FOLLOW_UP, REFERRER_UPDATE, THANK_YOU -> List.of();
    };
  }

  private static List<Mailbox> boxes(Map<RecipientRole, Mailbox> boxes, RecipientRole... wanted) {
    return Stream.of(wanted).map(boxes::get).filter(Objects::nonNull).toList();
  }
}
