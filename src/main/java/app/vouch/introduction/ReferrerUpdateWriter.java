package app.vouch.introduction;

import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.directory.Suppressions;
import app.vouch.platform.brand.Brand;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.Words;
import app.vouch.program.ProgramService;
import app.vouch.program.template.MessageWriter;
import app.vouch.program.template.TemplateVariable;
import app.vouch.referral.CoarseStatus;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralService;
import app.vouch.referral.ReferralView;
import app.vouch.shared.IdType;
import app.vouch.shared.Language;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes to referrers: thanks, and how it stands, in the coarse words that are theirs to know. */
@ApplicationScoped
class ReferrerUpdateWriter {
  /** After that nobody says thank you any more. */
  private static final Duration LATE_THANKS = Duration.ofDays(30);

  private final ReferralService referrals;
  private final PersonService people;
  private final Suppressions suppressions;
  private final BrandingService brands;
  private final ProgramService programs;
  private final Clock clock;

  ReferrerUpdateWriter(
      ReferralService referrals,
      PersonService people,
      Suppressions suppressions,
      BrandingService brands,
      ProgramService programs,
      Clock clock) {
    this.referrals = referrals;
    this.people = people;
    this.suppressions = suppressions;
    this.brands = brands;
    this.programs = programs;
    this.clock = clock;
  }

  /**
   * @param wanted null for the tenant's default language
   * @throws Refusal.Rule {@code message-not-sendable} when there is other news by now, or the
   *     referrer wants no messages
   */
  RenderedMessageView render(ReferrerUpdate update, @Nullable Language wanted) {
    ReferralFacts referral = referrals.facts(update.referralId());
    if (!update.isSendable(referral, clock.instant()) || !mayWrite(referral)) {
      throw new Refusal.Rule(
          ProblemType.MESSAGE_NOT_SENDABLE,
          "the message is not to be sent now; the referral is %s by now, and each step has a message of its own"
              .formatted(referral.state()));
    }
    return write(MessageKind.REFERRER_UPDATE, update.id(), referral, update.expiresAt(), wanted);
  }

  /**
   * The thanks for a referral; that they were sent is recorded apart.
   *
   * @param message which has its referral's number
   * @param wanted null for the tenant's default language
   * @throws Refusal.NotFound when there is no such referral
   * @throws Refusal.Rule {@code message-not-sendable} when the referrer was thanked, when it is too
   *     late, or they want no messages
   */
  RenderedMessageView thankYou(UUID message, @Nullable Language wanted) {
    ReferralView referral = referrals.byIds(List.of(message)).get(message);
    if (referral == null) {
      throw new Refusal.NotFound(IdType.MESSAGE, IdType.MESSAGE.format(message));
    }
    ReferralFacts facts = referrals.facts(message);
    Instant expiresAt = referral.due().thankYou().plus(LATE_THANKS);
    if (referral.thankedAt() != null || !clock.instant().isBefore(expiresAt) || !mayWrite(facts)) {
      throw new Refusal.Rule(
          ProblemType.MESSAGE_NOT_SENDABLE,
          referral.thankedAt() == null
              ? "the message is not to be sent now; it is too late, or the referrer wants no messages"
              : "the referrer was thanked at %s".formatted(referral.thankedAt()));
    }
    return write(MessageKind.THANK_YOU, message, facts, expiresAt, wanted);
  }

  private boolean mayWrite(ReferralFacts referral) {
    return !suppressions.anyOf(List.of(referral.referrerPersonId()));
  }

  private RenderedMessageView write(
      MessageKind kind,
      UUID message,
      ReferralFacts referral,
      Instant expiresAt,
      @Nullable Language wanted) {
    Brand brand = brands.brand();
    Language language = Objects.requireNonNullElse(wanted, brand.defaultLanguage());
    MessageWriter.Written text =
        MessageWriter.write(
            kind.template(),
            language,
            programs.version(referral.programVersionId()).settings().templates(),
            values(referral, brand, Words.in(language, IntroductionWords.class)));
    return new RenderedMessageView(
        IdType.MESSAGE.format(message),
        kind,
        null,
        IdType.REFERRAL.format(referral.id()),
        RecipientRole.REFERRER,
        IdType.PERSON.format(referral.referrerPersonId()),
        language,
        text.subject(),
        text.text(),
        null,
        null,
        null,
        Map.of(),
        false,
        expiresAt);
  }

  private Map<TemplateVariable, String> values(
      ReferralFacts referral, Brand brand, IntroductionWords words) {
    Map<UUID, PersonView> found =
        people.byIds(List.of(referral.referrerPersonId(), referral.prospectPersonId()));
    return Map.of(
        TemplateVariable.REFERRER, name(found.get(referral.referrerPersonId()), words),
        TemplateVariable.PROSPECT, name(found.get(referral.prospectPersonId()), words),
        TemplateVariable.TENANT, brand.name(),
        TemplateVariable.STATUS, status(referral.state().coarse(), words));
  }

  private static String name(@Nullable PersonView person, IntroductionWords words) {
    return person == null ? words.nobody() : person.name();
  }

  private static String status(CoarseStatus status, IntroductionWords words) {
    return switch (status) {
      case RECEIVED -> words.statusReceived();
      case IN_CONTACT -> words.statusInContact();
      case PROMISING -> words.statusPromising();
      case WON -> words.statusWon();
      case CLOSED -> words.statusClosed();
    };
  }
}
